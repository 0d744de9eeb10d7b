using System.Text.RegularExpressions;
using PlusPortal.Testing;
using PlusPortal.Web.Commands;
using PlusPortal.Web.Startup;

namespace PlusPortal.Web.Tests.Deployment;

/// <summary><c>docs/deployment.md</c>, what it installs, and <c>docker-compose.yml</c> say the same. That its commands work is shown by <c>tests/scripts/deployment</c>.</summary>
public sealed partial class DeploymentDocumentTests
{
    private static readonly string[] Guides = [DeploymentFiles.Document, DeploymentFiles.Readme];

    [Fact]
    public void Every_file_that_a_guide_names_exists() =>
        Assert.All(Guides.SelectMany(guide => NamedFile().Matches(guide)).Select(found => found.Value).Distinct(), file => Assert.True(File.Exists(RepositoryFolder.Of(file.Split('/'))), file));

    [Fact]
    public void Every_file_of_deploy_is_named_by_a_guide() =>
        Assert.All(DeploymentFiles.Installed, file => Assert.Contains(Guides, guide => Regex.IsMatch(guide, Regex.Escape(file) + @"(?![\w.-])")));

    [Fact]
    public void Guides_name_no_command_that_does_not_exist()
    {
        var known = typeof(HealthCheckCommand).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(HealthCheckCommand).Namespace)
            .Select(type => type.GetField(nameof(HealthCheckCommand.Name))?.GetRawConstantValue())
            .OfType<string>()
            .Append(PortalRunner.MigrateCommand)
            .ToHashSet();
        var texts = Guides.Concat(DeploymentFiles.Installed.Select(file => DeploymentFiles.Read(file.Split('/')))).Append(DeploymentFiles.Compose);

        var named = texts.SelectMany(text => Command().Matches(text)).Select(found => found.Groups["command"].Value).ToHashSet();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(known));
    }

    /// <summary>It reads launchSettings.json, hence Development.</summary>
    [Fact]
    public void Guides_run_no_command_of_production_by_dotnet_run() =>
        Assert.All(Guides, guide => Assert.DoesNotMatch(@"dotnet run [^\n]*PlusPortal\.Web\b[^\n]* -- \w", guide));

    [Fact]
    public void Roles_and_grants_are_those_of_compose()
    {
        var ours = Statements(DeploymentFiles.Roles);

        Assert.NotEmpty(ours);
        Assert.Equal(ours, Statements(DeploymentFiles.Compose));
        var database = DeploymentFiles.Service("database");
        Assert.Contains("POSTGRES_USER: plus_owner\n", database, StringComparison.Ordinal);
        Assert.Contains("POSTGRES_DB: plus_portal\n", database, StringComparison.Ordinal);
        Assert.Contains("create database plus_portal owner plus_owner", DeploymentFiles.Roles, StringComparison.Ordinal);
        Assert.Contains("--locale-provider=icu --icu-locale=fr-FR", database, StringComparison.Ordinal);
        Assert.Contains("locale_provider icu icu_locale 'fr-FR'", DeploymentFiles.Roles, StringComparison.Ordinal);
        Assert.Contains("Username=plus_owner;", DeploymentFiles.Service("migrate"), StringComparison.Ordinal);
    }

    [Fact]
    public void Version_of_PostgreSQL_is_the_same_everywhere()
    {
        var least = LeastPostgres().Matches(DeploymentFiles.Document + DeploymentFiles.Read("docs", "settings.md")).Select(found => found.Groups[1].Value).Distinct();
        var inCompose = Regex.Match(DeploymentFiles.Compose, @"image: postgres:(\d+)").Groups[1].Value;

        Assert.Single(least);
        Assert.Contains($"`docker-compose.yml` has {inCompose})", DeploymentFiles.Document, StringComparison.Ordinal);
    }

    /// <summary>A private link is a path; a search is a query; a page that was left is a referrer.</summary>
    [Fact]
    public void Nginx_writes_no_address_of_a_page()
    {
        var format = Regex.Match(DeploymentFiles.Site, @"log_format [^;]+;").Value;
        var used = Regex.Matches(format, @"\$\w+").Select(found => found.Value);

        Assert.Equal(used, ["$time_iso8601", "$plus_network", "$request_method", "$plus_place", "$status", "$body_bytes_sent", "$request_time", "$upstream_status"]);
        Assert.All(Regex.Matches(DeploymentFiles.Site, @"error_log [^;]+;").Select(found => found.Value), log => Assert.EndsWith(" emerg;", log, StringComparison.Ordinal));
        Assert.All(Regex.Matches(DeploymentFiles.Site, @"access_log [^;]+;").Select(found => found.Value), log => Assert.True(log == "access_log off;" || log.EndsWith(" plus_portal;", StringComparison.Ordinal), log));
        Assert.Equal(Regex.Count(DeploymentFiles.Site, @"^server \{", RegexOptions.Multiline), Regex.Count(DeploymentFiles.Site, "error_log "));
    }

    /// <summary>The server that stands first decides which versions of TLS all of them offer.</summary>
    [Fact]
    public void Every_server_with_TLS_names_its_versions() =>
        Assert.All(
            Regex.Split(DeploymentFiles.Site, @"^(?=server \{)", RegexOptions.Multiline).Where(part => Regex.IsMatch(part, @"listen \d+ ssl")),
            server => Assert.Contains("ssl_protocols TLSv1.2 TLSv1.3;", server, StringComparison.Ordinal));

    /// <summary>What a client wrote into the header must not come before what the proxy knows.</summary>
    [Theory]
    [InlineData("proxy_set_header X-Forwarded-For $remote_addr;")]
    [InlineData("proxy_set_header X-Forwarded-Proto $scheme;")]
    [InlineData("ssl_protocols TLSv1.2 TLSv1.3;")]
    [InlineData("client_max_body_size 1m;")]
    [InlineData("gzip off;")]
    public void Both_fronts_say(string directive)
    {
        Assert.Contains(directive, DeploymentFiles.Site, StringComparison.Ordinal);
        Assert.Contains(directive.Replace("$", "$$", StringComparison.Ordinal), DeploymentFiles.Compose, StringComparison.Ordinal);
    }

    /// <summary>Statements about roles, without the layout.</summary>
    private static List<string> Statements(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("alter default privileges", StringComparison.Ordinal) || line.StartsWith("create role plus_app", StringComparison.Ordinal)).Select(line => line.Replace(":'app_password'", ":'password'", StringComparison.Ordinal))];

    [GeneratedRegex(@"\b(?:deploy/[\w./-]*\w|docs/[\w-]+\.md|tests/scripts/[\w.-]*\w)")]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"(?:PlusPortal\.Web\.dll |^plus-portal |command: \["")(?<command>[a-z][a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"PostgreSQL \(?(\d+) or later")]
    private static partial Regex LeastPostgres();
}
