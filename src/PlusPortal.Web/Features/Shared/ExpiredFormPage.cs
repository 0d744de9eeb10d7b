namespace PlusPortal.Web.Features.Shared;

/// <summary>A form whose token expired, with what was typed in it.</summary>
/// <param name="Address">Where it is sent again.</param>
/// <param name="Fields">What was typed.</param>
public sealed record ExpiredFormPage(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private const int LongText = 20;

    /// <summary>Texts long enough to be missed.</summary>
    public IEnumerable<string> LongTexts => Fields.Select(one => one.Value).Where(value => value.Length >= LongText && value.Contains(' '));
}
