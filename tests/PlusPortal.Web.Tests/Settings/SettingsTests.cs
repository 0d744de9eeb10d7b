using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PlusPortal.Testing;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Transport;
using PlusPortal.Web.Settings;
using PlusPortal.Web.Startup;

namespace PlusPortal.Web.Tests.Settings;

/// <summary>Every setting is checked before the portal starts, and the sentence says what to set.</summary>
public sealed class SettingsTests
{
    private static readonly Dictionary<string, string> Good = new()
    {
        ["ConnectionStrings:Portal"] = "Host=127.0.0.1;Database=none",
        ["Portal:BaseAddress"] = "https://plus.example.org",
        ["Smtp:Host"] = "smtp.example.org",
        ["Smtp:From"] = "PLUS <portail@plus.example.org>",
        ["Smtp:ReplyTo"] = "contact@plus.example.org",
        ["Portal:Email"] = "contact@plus.example.org",
        ["Proxy:Addresses"] = "127.0.0.1;10.0.0.0/24;fd00::/64",
        ["Keys:Certificate"] = SampleCertificate.Shared,
        ["Erasures:Folder"] = Path.GetTempPath(),
    };

    /// <summary>What is set, one setting a word, and what the console says. An empty value takes a setting away.</summary>
    public static TheoryData<string, string> Wrong => new()
    {
        { "Portal__BaseAddress=", "Set Portal__BaseAddress to the public address" },
        { "Portal__BaseAddress=plus.example.org", "Set Portal__BaseAddress to the public address" },
        { "Portal__BaseAddress=https://plus.example.org/portail", "Set Portal__BaseAddress to the public address of the portal, for example https://plus.example.org, without a path" },
        { "Portal__BaseAddress=/portail", "Set Portal__BaseAddress to the public address" },
        { "Portal__BaseAddress=ftp://plus.example.org", "Set Portal__BaseAddress to the public address" },
        { "Portal__BaseAddress=https://plus.example.org/?a=b", "Set Portal__BaseAddress to the public address" },
        { "Portal__BaseAddress=http://plus.example.org", "Set Portal__BaseAddress to an address that begins with https://" },
        { "Portal__Email=contact", "Set Portal__Email to one e-mail address" },
        { "Portal__Email=contact@plus.example.org,autre@plus.example.org", "Set Portal__Email to one e-mail address" },
        { "Portal__Phone=0383", "Set Portal__Phone to one telephone number" },
        { "Portal__Telephone=0383000000", "Portal__Telephone is not a setting of the portal" },
        { "AllowedHosts=*", "Set AllowedHosts to the names of the portal" },
        { "AllowedHosts=0.0.0.0", "Set AllowedHosts to the names of the portal" },
        { "AllowedHosts=plus.example.org;[::]", "Set AllowedHosts to the names of the portal" },
        { "AllowedHosts=plus.example.org;*.org", "Set AllowedHosts to the names of the portal" },
        { "AllowedHosts=autre.example.org", "Write the host of Portal__BaseAddress into AllowedHosts too" },
        { "AllowedHosts=plus.example.org;*", "Set AllowedHosts to the names of the portal" },
        { "Proxy__Addresses=", "Set Proxy__Addresses to the addresses of the proxies before the portal" },
        { "Proxy__Addresses=nginx", "Set Proxy__Addresses to addresses or networks" },
        { "Proxy__Addresses=127.0.0.1,10.0.0.1", "Set Proxy__Addresses to addresses or networks" },
        { "Proxy__Addresses=127.0.0.1;0.0.0.0/0", "Proxy__Addresses names too many (0.0.0.0/0, larger than /8)" },
        { "Proxy__Addresses=::/0", "Proxy__Addresses names too many (::/0, larger than /8)" },
        { "Proxy__Addresses=0.0.0.0/1;128.0.0.0/1", "Proxy__Addresses names too many (128.0.0.0/1, larger than /8)" },
        { "Erasures__Folder=", "Set Erasures__Folder to a folder that the portal may write to" },
        { "Erasures__Folder=nowhere", "Erasures__Folder: there is no folder nowhere" },
        { "Keys__Certificate=", "Set Keys__Certificate to the file of a certificate with its private key" },
        { "Keys__Certificate=nowhere.pem", "Keys__Certificate: nowhere.pem cannot be read" },
        { "Keys__FormerCertificates=nowhere.pem", "Keys__FormerCertificates: nowhere.pem cannot be read" },
        { "Keys__Certificate= Keys__Password=secret", "Set Keys__Certificate too" },
        { "Log__Format=Xml", "Set Log__Format to one of Text, Json; it is \"Xml\"" },
        { "Smtp__Host=", "Set Smtp__Host to the mail server, or Outbox__Enabled=false" },
        { "Smtp__Host=smtp://smtp.example.org:587", "Set Smtp__Host to the name of the mail server alone" },
        { "Smtp__Port=0", "Set Smtp__Port to a port" },
        { "Smtp__Port=smtps", "Set Smtp__Port to a whole number; it is \"smtps\"" },
        { "Smtp__Security=Tls", "Set Smtp__Security to one of None, Auto" },
        { "Smtp__Security=StartTlsWhenAvailable", "Set Smtp__Security to StartTls, SslOnConnect or None" },
        { "Smtp__User=portail", "Set Smtp__User and Smtp__Password together" },
        { "Smtp__Password=secret", "Set Smtp__User and Smtp__Password together" },
        { "Smtp__User=portail Smtp__Password=secret Smtp__Security=None", "Smtp__User needs a secure connection" },
        { "Smtp__From=", "Set Smtp__From to the address of the sender" },
        { "Smtp__From=PLUS", "Set Smtp__From to the address of the sender" },
        { "Smtp__ReplyTo=contact@", "Set Smtp__From to the address of the sender and Smtp__ReplyTo" },
        { "Smtp__TimeoutSeconds=-1", "Set Smtp__TimeoutSeconds to 1 to 50 seconds" },
        { "Smtp__TimeoutSeconds=600", "Set Smtp__TimeoutSeconds to 1 to 50 seconds" },
        { "Accounts__RequireSecondFactor=false", "Remove Accounts__RequireSecondFactor or set it to true" },
        { "Accounts__StaffIdleMinutes=5", "Set Accounts__StaffIdleMinutes to 10 to 1440" },
        { "Accounts__PartnerLongestHours=721", "Set Accounts__PartnerLongestHours to 1 to 720" },
        { "Accounts__StaffLongestHours=100", "Set Accounts__StaffIdleMinutes and Accounts__StaffLongestHours to no more than those of partners" },
        { "Staff__NotificationAddress=équipe", "Set Staff__NotificationAddress to one e-mail address" },
        { "Outbox__Enabled=oui", "Set Outbox__Enabled to true or false; it is \"oui\"" },
        { "Jobs__Enabled=non", "Set Jobs__Enabled to true or false; it is \"non\"" },
        { "Retention__SpamDays=1", "Set Retention__SpamDays to 7 to 180 days" },
        { "Retention__DormantMonths=0", "Set Retention__DormantMonths to 3 to 36 months" },
        { "Retention__ClosedRequestMonths=7", "Set Retention__ClosedRequestMonths to 8 to 120 months" },
        { "Retention__OutboxMonths=-12", "Set Retention__OutboxMonths to 1 to 36 months" },
        { "Retention__SecurityLogMonths=1", "Set Retention__SecurityLogMonths to 6 to 36 months" },
        { "Retention__UnusedAccountMonths=600", "Set Retention__UnusedAccountMonths to 6 to 60 months" },
        { "Retention__UnusedAccountNoticeDays=1", "Set Retention__UnusedAccountNoticeDays to 14 to 90 days" },
        { "Retention__SpamDays=trente", "Set Retention__SpamDays to a whole number" },
        { "Outbox__PollSeconds=0", "Set Outbox__PollSeconds to more than 0" },
        { "Outbox__PollSeconds=2,5s", "Set Outbox__PollSeconds to a number, with a point before decimals" },
        { "Outbox__PollSeconds=NaN", "Set Outbox__PollSeconds to more than 0" },
        { "Catalog__CheckEverySeconds=-1", "Set Catalog__CheckEverySeconds to 0 to 3600 seconds" },
        { "RateLimits__SignIn__Requests=5", "RateLimits__SignIn is set by half: set RateLimits__SignIn__WindowSeconds too." },
        { "RateLimits__SignIn__WindowSeconds=5", "RateLimits__SignIn is set by half: set RateLimits__SignIn__Requests too." },
        { "RateLimits__SignIn__Requests=0 RateLimits__SignIn__WindowSeconds=60", "Set RateLimits__SignIn__Requests to 1 or more" },
        { "RateLimits__SecondFactorAccount__Requests=0 RateLimits__SecondFactorAccount__WindowSeconds=60", "Set RateLimits__SecondFactorAccount__Requests to 1 or more" },
        { "RateLimits__LostLink__Requests=5 RateLimits__LostLink__WindowSeconds=-60", "Set RateLimits__LostLink__WindowSeconds to 1 to 86400 seconds" },
        { "RateLimits__X__Requests=5", "RateLimits__X is not a setting of the portal" },
        { "RateLimits__SignIn=20", "Set RateLimits__SignIn__" },
        { "RateLimits__SignIn__PerMinute=20", "RateLimits__SignIn__PerMinute is not a setting of the portal: remove it, or write one of RateLimits__SignIn__Requests, RateLimits__SignIn__WindowSeconds." },
        { "DailyCaps__MailsToAddress=0", "Set DailyCaps__MailsToAddress to 1 or more" },
        { "Telemetry__OtlpEndpoint=localhost:4318", "Set Telemetry__OtlpEndpoint to the address of a collector" },
        { "Masking__KeepOriginals=oui", "Set Masking__KeepOriginals to true or false; it is \"oui\"" },
        { "Telemetry__LogSql=1", "Set Telemetry__LogSql to true or false" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_value_is_told_before_the_portal_starts(string settings, string expected)
    {
        var sentences = SentencesOf("Production", settings);

        Assert.Contains(sentences, sentence => sentence.StartsWith(expected, StringComparison.Ordinal));
        Assert.All(sentences, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
        Assert.DoesNotContain(sentences, sentence => sentence.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Outbox__Enabled=false Smtp__Host= Smtp__From= Smtp__ReplyTo=")]
    [InlineData("Portal__Phone=+352_26_12_34_56 Portal__Email=contact@plus.example.org Staff__NotificationAddress=equipe@plus.example.org")]
    [InlineData("RateLimits__SignIn__Requests=5 RateLimits__SignIn__WindowSeconds=60 Catalog__CheckEverySeconds=0.5 Outbox__PollSeconds=0.1")]
    [InlineData("Smtp__User=portail Smtp__Password=secret Smtp__Security=SslOnConnect Smtp__Port=465 smtp__timeoutseconds=20")]
    [InlineData("Portal__Email= Portal__Phone=03_83_00_00_00 Proxy__Addresses=none AllowedHosts=plus.example.org;www.plus.example.org Log__Format=json")]
    [InlineData("Telemetry__OtlpEndpoint=https://collector.example.org:4318/otlp Telemetry__LogSql=true")]
    public void Right_values_are_taken_without_a_word(string settings) => Assert.Empty(SentencesOf("Production", settings));

    [Theory]
    [InlineData("Serilog__MinimumLevel__Default=Loud")]
    [InlineData("Serilog__MinimumLevel__Override__Microsoft=Louder")]
    public void Unknown_level_of_the_log_is_told_before_anything_is_logged(string setting)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Portal("Production", setting));

        Assert.StartsWith($"Set {setting.Split('=')[0]} to one of Verbose, Debug, Information", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Development_needs_no_setting() => Assert.Empty(SentencesOf("Development", "Portal__BaseAddress= Smtp__Host= Smtp__From= Smtp__ReplyTo= Portal__Email= Proxy__Addresses= Keys__Certificate= Erasures__Folder="));

    /// <summary>A word misspelt must not open what Production closes.</summary>
    [Theory]
    [InlineData("Staging")]
    [InlineData("Prodution")]
    public void Environment_of_any_other_name_needs_what_Production_needs(string environment) =>
        Assert.Equal(5, SentencesOf(environment, "Portal__BaseAddress= Smtp__Host= Proxy__Addresses= Keys__Certificate=").Count);

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        Assert.Equal(5, SentencesOf("Production", "Portal__BaseAddress=x Portal__Email=y Outbox__PollSeconds=0 RateLimits__SignIn__Requests=5").Count);

    [Fact]
    public void Every_class_of_settings_is_checked_and_has_a_wrong_value_above()
    {
        var builder = Portal("Production", "");

        Assert.Empty(SettingsRules.Unchecked(typeof(PortalRunner).Assembly.GetTypes(), builder.Services));
        Assert.All(SettingsRules.Of(typeof(PortalRunner).Assembly), type => Assert.Contains(Wrong, row => row.Data.Item1.StartsWith(SettingsRules.SectionOf(type) + "__", StringComparison.Ordinal)));
    }

    [Fact]
    public void Wrong_samples_are_reported()
    {
        var services = new ServiceCollection();
        services.AddSettings<RightOptions>();
        services.Configure<SizeChoice>(choice => choice.Size = 2);

        var broken = SettingsRules.Unchecked([typeof(RightOptions), typeof(UncheckedOptions), typeof(ForgottenOptions), typeof(SettingsTests)], services);

        Assert.Equal(
            [
                "UncheckedOptions is not checked at start: let it be ISettings<UncheckedOptions>",
                "ForgottenOptions is never registered: services.AddSettings<ForgottenOptions>()",
                "SizeChoice is not checked at start: let it be ISettings<SizeChoice>",
            ],
            broken);
    }

    [Fact]
    public void Messages_that_all_time_out_end_within_their_lease() =>
        Assert.True(SmtpOptions.LongestTimeoutSeconds * OutboxDelivery.BatchSize < OutboxDelivery.Lease.TotalSeconds);

    [Fact]
    public void Nothing_else_reads_a_section_of_the_configuration()
    {
        var readers = Directory.EnumerateFiles(RepositoryFolder.Of("src", "PlusPortal.Web"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file) is var source && (source.Contains(".GetSection(", StringComparison.Ordinal) || source.Contains("BindConfiguration(", StringComparison.Ordinal)))
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file))!)
            .Distinct();

        Assert.Equal(["Settings"], readers);
    }

    private static List<string> SentencesOf(string environment, string settings)
    {
        using var app = Portal(environment, settings).Build();
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException failure)
        {
            return [.. failure.Failures];
        }
        catch (AggregateException several)
        {
            return [.. several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(failure => failure.Failures).Distinct()];
        }
    }

    private static WebApplicationBuilder Portal(string environment, string settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ApplicationName = typeof(PortalRunner).Assembly.GetName().Name });
        var values = Good.ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var pair in settings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(setting => setting.Split('=', 2)))
        {
            var key = pair[0].Replace("__", ":", StringComparison.Ordinal);
            if (pair[1].Length == 0) values.Remove(key);
            else values[key] = pair[1].Replace('_', ' ');
        }

        builder.Configuration.AddInMemoryCollection(values);
        builder.AddPortal();
        return builder;
    }
}
