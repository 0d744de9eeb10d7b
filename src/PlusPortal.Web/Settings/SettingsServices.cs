using Microsoft.Extensions.Options;

namespace PlusPortal.Web.Settings;

/// <summary>Registers a class of settings, checked before the portal does anything.</summary>
public static class SettingsServices
{
    /// <summary>Reads the section of the class and checks it at start; what depends on the environment is added by the caller with <c>Validate</c>.</summary>
    /// <exception cref="OptionsValidationException">At start, or at the first reading: the sentences say what to set.</exception>
    public static OptionsBuilder<TSettings> AddSettings<TSettings>(this IServiceCollection services) where TSettings : class, ISettings<TSettings>, new()
    {
        services.AddSingleton<IValidateOptions<TSettings>, Check<TSettings>>();
        return services.AddOptions<TSettings>()
            .Configure<IConfiguration>((settings, configuration) => Read(settings, configuration.GetSection(TSettings.Section)))
            .ValidateOnStart();
    }

    /// <summary>The settings as they are written, for what must know them before there are services; what cannot be read counts as not set, and is told at start.</summary>
    public static TSettings Peek<TSettings>(IConfiguration configuration) where TSettings : class, ISettings<TSettings>, new()
    {
        var (settings, section) = (new TSettings(), configuration.GetSection(TSettings.Section));
        if (!UnreadableSettings.In(section, typeof(TSettings)).Any()) section.Bind(settings);
        return settings;
    }

    private static void Read<TSettings>(TSettings settings, IConfigurationSection section) where TSettings : class, ISettings<TSettings>, new()
    {
        // The binder would throw at the first of them, in words of its own, or say nothing about a name that it does not know.
        var unreadable = UnreadableSettings.In(section, typeof(TSettings)).ToList();
        if (unreadable.Count > 0) throw new OptionsValidationException(Options.DefaultName, typeof(TSettings), unreadable);
        section.Bind(settings);
    }

    private sealed class Check<TSettings> : IValidateOptions<TSettings> where TSettings : class, ISettings<TSettings>, new()
    {
        public ValidateOptionsResult Validate(string? name, TSettings options)
        {
            var problems = options.Problems().ToList();
            return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
        }
    }
}
