using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Testing.Builders;

/// <summary>A published offer that covers Lorraine's région, every stage, and one theme, of an actor of its own.</summary>
public sealed class SupportOfferBuilder
{
    private readonly int number = A.Number();
    private readonly List<CoverageZone> zones = [];
    private SupportActor? actor;
    private OfferState state = OfferState.Published;
    private OfferContent content;

    public SupportOfferBuilder() => content = new OfferContent
    {
        Title = $"Offre imaginaire {number}",
        Description = "Une offre inventée pour un essai.",
        Stages = [Stages.Demarrer, Stages.Developper, Stages.Transformer],
        Themes = [Themes.ModeleEconomique],
        SupportModes = [SupportModes.ConseilIndividuel],
        Coverage = [],
    };

    public SupportOfferBuilder Of(SupportActor value)
    {
        actor = value;
        return this;
    }

    /// <summary>Adds territories by code: five characters are a commune, nine an EPCI, "FR" the country, two or three a département.</summary>
    public SupportOfferBuilder Covering(params string[] codes)
    {
        zones.AddRange(codes.Select(code => new CoverageZone(LevelOf(code), code)));
        return this;
    }

    /// <summary>Adds one territory, or a hole.</summary>
    public SupportOfferBuilder Covering(TerritoryLevel level, string code, bool isExcluded = false)
    {
        zones.Add(new CoverageZone(level, code, isExcluded));
        return this;
    }

    public SupportOfferBuilder About(params string[] themes) => With(current => current with { Themes = themes });

    public SupportOfferBuilder ForStages(params string[] stages) => With(current => current with { Stages = stages });

    public SupportOfferBuilder In(OfferState value)
    {
        state = value;
        return this;
    }

    /// <summary>Any other part of the content: <c>.With(c => c with { Sectors = [...] })</c>.</summary>
    public SupportOfferBuilder With(Func<OfferContent, OfferContent> change)
    {
        content = change(content);
        return this;
    }

    public SupportOffer Build()
    {
        if (zones.Count > 0 || content.Coverage.Count == 0)
        {
            content = content with { Coverage = zones.Count > 0 ? [.. zones] : [new CoverageZone(TerritoryLevel.Region, Lorraine.RegionCode)] };
        }

        return (actor ?? A.SupportActor().Build()).AddOffer($"offre-{number}", content, state, A.Now);
    }

    private static TerritoryLevel LevelOf(string code) => code switch
    {
        CoverageZone.FranceCode => TerritoryLevel.France,
        { Length: CommuneCode.Length } => TerritoryLevel.Commune,
        { Length: 9 } => TerritoryLevel.Epci,
        _ => TerritoryLevel.Departement,
    };
}
