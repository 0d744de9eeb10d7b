using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PlusPortal.Benchmarks;
using PlusPortal.Benchmarks.Evaluation;

if (args is ["evaluate", .. var files])
{
    await EvaluateCommand.RunAsync(files);
    return;
}

if (args is ["scale"])
{
    await ScaleReport.RunAsync();
    return;
}

// Measured in this process: one build, and the host and its database are started once for each benchmark.
// Without arguments everything runs; « --filter *Matcher* » chooses.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddExporter(MarkdownExporter.GitHub)
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "plus-portal-benchmarks"));
BenchmarkSwitcher.FromAssembly(typeof(MatcherBenchmarks).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
