using PlusPortal.Domain.Texts;

namespace PlusPortal.Data.Texts;

/// <summary>Which version of a text is shown.</summary>
public static class SiteTextQueries
{
    extension(IQueryable<SiteText> texts)
    {
        /// <summary>The version that is shown, of each text.</summary>
        public IQueryable<SiteTextVersion> CurrentVersions() =>
            texts.SelectMany(text => text.Versions.Where(version => version.Number == text.CurrentNumber));
    }
}
