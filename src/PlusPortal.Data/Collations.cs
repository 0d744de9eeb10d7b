namespace PlusPortal.Data;

/// <summary>How text is sorted.</summary>
public static class Collations
{
    /// <summary>French order, from ICU: accents and case come after letters.</summary>
    public const string French = "fr-x-icu";
}
