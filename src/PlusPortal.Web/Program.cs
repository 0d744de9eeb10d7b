using PlusPortal.Web.Startup;
using Serilog;

Log.Logger = new LoggerConfiguration().WriteTo.Console().CreateBootstrapLogger();
try
{
    return await PortalRunner.RunAsync(args, builder =>
    {
        builder.AddPortal();
        var app = builder.Build();
        app.UsePortal();
        return app;
    });
}
catch (Exception exception) when (exception is not HostAbortedException)
{
    Log.Fatal(exception, "The portal stopped");
    return 1;
}
finally
{
    await Log.CloseAndFlushAsync();
}

/// <summary>Entry point, public so that tests can host the portal.</summary>
public partial class Program;
