using PlusPortal.Domain.Profile;

namespace PlusPortal.Web.Features.Admin.Settings;

/// <summary>A change with the name of its author.</summary>
public sealed record NamedChange(ProfileChange Change, string Author);

/// <summary>The settings as they are written.</summary>
/// <param name="Profile">Their values.</param>
/// <param name="Latest">The last change of each setting that has one, the newest first.</param>
public sealed record SettingsState(PlusProfile Profile, IReadOnlyList<NamedChange> Latest)
{
    /// <summary>Last change of a section; null while it has its first values.</summary>
    public NamedChange? LastOf(IReadOnlyCollection<ProfileSetting> section) => Latest.FirstOrDefault(row => section.Contains(row.Change.Setting));

    /// <summary>Its number; 0 when there is none.</summary>
    public int NumberOf(IReadOnlyCollection<ProfileSetting> section) => LastOf(section)?.Change.Number ?? 0;
}

/// <summary>The overview.</summary>
/// <param name="State">The settings.</param>
/// <param name="Done">What was just done; null when nothing was.</param>
/// <param name="Today">Day in Paris.</param>
public sealed record OverviewPage(SettingsState State, string? Done, DateOnly Today);

/// <summary>The form of a section.</summary>
/// <param name="Form">What is typed.</param>
/// <param name="Section">What the section is.</param>
/// <param name="State">The settings as they are written.</param>
/// <param name="IsConflict">Whether somebody changed the section since the form was shown.</param>
/// <param name="Today">Day in Paris.</param>
public sealed record SectionPage<TForm>(TForm Form, SettingsSection Section, SettingsState State, bool IsConflict, DateOnly Today) : ISectionPage;

/// <summary>What the parts that all sections share need.</summary>
public interface ISectionPage
{
    /// <summary>What the section is.</summary>
    SettingsSection Section { get; }

    /// <summary>The settings as they are written.</summary>
    SettingsState State { get; }

    /// <summary>Whether somebody changed the section since the form was shown.</summary>
    bool IsConflict { get; }

    /// <summary>Day in Paris.</summary>
    DateOnly Today { get; }
}

/// <summary>One page of the history.</summary>
/// <param name="Rows">Changes, the newest first.</param>
/// <param name="Before">Number from which older changes go on; null when there is none.</param>
/// <param name="IsFirst">Whether it is the page of the newest.</param>
public sealed record SettingsHistoryPage(IReadOnlyList<NamedChange> Rows, int? Before, bool IsFirst);
