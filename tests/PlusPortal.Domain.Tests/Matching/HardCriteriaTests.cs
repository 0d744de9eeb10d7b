using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Scoring;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>Each hard criterion: met, unmet (the offer is excluded with this reason), unknown (the offer stays, to be checked).</summary>
public sealed class HardCriteriaTests
{
    public enum Expected
    {
        Met,
        Unmet,
        Unknown,
    }

    public static TheoryData<string, Expected, string> Cases { get; } = [];

    [Fact]
    public void Hard_criteria_are_those_whose_code_says_so()
    {
        var codes = typeof(Criteria).GetFields().Select(field => (string)field.GetRawConstantValue()!).Where(Criteria.IsHard);

        Assert.Equal(HardCriteria.All.Select(criterion => criterion.Code).Order(), codes.Order());
    }

    [Theory]
    [InlineData(Criteria.Employer, Outcome.Unknown, true)]
    [InlineData(Criteria.Window, Outcome.Unknown, true)]
    [InlineData(Criteria.Employer, Outcome.Met, false)]
    [InlineData(Criteria.Audience, Outcome.Unknown, false)]
    [InlineData(Criteria.Budget, Outcome.Unknown, false)]
    public void Only_an_unknown_hard_criterion_must_be_verified_with_the_actor(string criterion, Outcome outcome, bool expected) =>
        Assert.Equal(expected, new CriterionOutcome(criterion, outcome, 0, "Une phrase.").MustBeVerified());

    private static readonly Dictionary<string, (MatchingCriteria Request, CatalogOffer Offer)> Inputs = [];

    static HardCriteriaTests()
    {
        var request = Given.Request();
        var content = Given.Content();

        Add(Criteria.Territory, Expected.Met, "département", request, content);
        Add(Criteria.Territory, Expected.Met, "EPCI", request, content with { Coverage = [new(TerritoryLevel.Epci, "200070563")] });
        Add(Criteria.Territory, Expected.Met, "commune", request, content with { Coverage = [new(TerritoryLevel.Commune, "54528")] });
        Add(Criteria.Territory, Expected.Met, "région", request, content with { Coverage = [new(TerritoryLevel.Region, "44")] });
        Add(Criteria.Territory, Expected.Met, "country", request, content with { Coverage = [new(TerritoryLevel.France, CoverageZone.FranceCode)] });
        Add(Criteria.Territory, Expected.Unmet, "other département", request with { Place = Given.Metz }, content);
        Add(Criteria.Territory, Expected.Unmet, "no zone covers nothing", request, content with { Coverage = [] });
        Add(Criteria.Territory, Expected.Unmet, "excluded EPCI", request, content with { Coverage = [Given.MeurtheEtMoselle, new(TerritoryLevel.Epci, "200070563", IsExcluded: true)] });
        Add(Criteria.Territory, Expected.Unmet, "excluded département of a région", request, content with { Coverage = [new(TerritoryLevel.Region, "44"), new(TerritoryLevel.Departement, "54", IsExcluded: true)] });
        Add(Criteria.Territory, Expected.Unmet, "EPCI on both sides of a border, commune on the other", new Place("88321", "245400759", "88", "44") is var border ? request with { Place = border } : request, content);

        Add(Criteria.Stage, Expected.Met, "served", request, content);
        Add(Criteria.Stage, Expected.Unmet, "not served", request, content with { Stages = [Stages.Demarrer] });
        Add(Criteria.Stage, Expected.Unknown, "not said", request with { Stage = null, SubStage = null }, content with { Stages = [Stages.Demarrer] });
        Add(
            Criteria.Stage,
            Expected.Unknown,
            "declared stage contradicted by the text",
            request with { Description = "Nous ne pouvons plus payer les salaires et un huissier est passé : cessation de paiement." },
            content with { Stages = [Stages.Transformer] });

        Add(Criteria.LegalForm, Expected.Met, "all accepted", request, content);
        Add(Criteria.LegalForm, Expected.Met, "accepted", request, content with { LegalForms = [LegalForms.AssociationLoi1901] });
        Add(Criteria.LegalForm, Expected.Unmet, "not accepted", request, content with { LegalForms = [LegalForms.Scop] });
        Add(Criteria.LegalForm, Expected.Unknown, "not said", request with { LegalForm = null }, content with { LegalForms = [LegalForms.Scop] });
        Add(Criteria.LegalForm, Expected.Unknown, "other or not known", request with { LegalForm = LegalForms.Autre }, content with { LegalForms = [LegalForms.Scop] });

        var opened = content with { LegalForms = [LegalForms.Scic], Eligibility = new() { AcceptedQualifications = Qualifications.Siae } };
        Add(Criteria.LegalForm, Expected.Met, "opened by a qualification", request with { Qualifications = [Qualifications.SiaeAci] }, opened);
        Add(Criteria.LegalForm, Expected.Unmet, "opening qualification absent", request, opened);
        Add(Criteria.LegalForm, Expected.Unknown, "opening qualification not asked", request with { QualificationsKnown = false }, opened);

        var employer = content with { Eligibility = new() { EmployerRequired = true } };
        Add(Criteria.Employer, Expected.Met, "no condition", request with { HeadcountFte = null }, content);
        Add(Criteria.Employer, Expected.Met, "half a post makes an employer", request with { HeadcountFte = StaffBands.IntervalOf(StaffBands.Moins1) }, employer);
        Add(Criteria.Employer, Expected.Unmet, "nobody", request with { HeadcountFte = Interval.Exactly(0) }, employer);
        Add(Criteria.Employer, Expected.Unmet, "a project employs nobody", request with { LegalForm = LegalForms.PasEncoreCreee, Stage = Stages.Demarrer, HeadcountFte = null }, employer);
        Add(Criteria.Employer, Expected.Unknown, "not said", request with { HeadcountFte = null }, employer);

        var required = content with { Eligibility = new() { RequiredQualifications = [Qualifications.Esus, Qualifications.TeteDeReseau] } };
        Add(Criteria.Qualification, Expected.Met, "none required", request, content);
        Add(Criteria.Qualification, Expected.Met, "one of those required", request with { Qualifications = [Qualifications.TeteDeReseau] }, required);
        Add(Criteria.Qualification, Expected.Unmet, "asked and absent", request, required);
        Add(Criteria.Qualification, Expected.Unknown, "not asked", request with { QualificationsKnown = false }, required);
        Add(
            Criteria.Qualification,
            Expected.Unmet,
            "excluded one held",
            request with { Qualifications = [Qualifications.AgrementJepSport] },
            content with { Eligibility = new() { ExcludedQualifications = [Qualifications.AgrementJepSport] } });

        var upToFifteen = content with { Eligibility = new() { HeadcountMaxFte = 15 } };
        Add(Criteria.Headcount, Expected.Met, "no limit", request with { HeadcountFte = null }, content);
        Add(Criteria.Headcount, Expected.Met, "band inside, edge included", request with { HeadcountFte = StaffBands.IntervalOf(StaffBands.From10To15) }, upToFifteen);
        Add(Criteria.Headcount, Expected.Unmet, "band wholly outside", request with { HeadcountFte = StaffBands.IntervalOf(StaffBands.From16To49) }, upToFifteen);
        Add(Criteria.Headcount, Expected.Unknown, "band across the limit", request with { HeadcountFte = StaffBands.IntervalOf(StaffBands.From10To15) }, content with { Eligibility = new() { HeadcountMaxFte = 12 } });
        Add(Criteria.Headcount, Expected.Unknown, "not said", request with { HeadcountFte = null }, upToFifteen);

        var threeMonths = content with { Eligibility = new() { AgeMinMonths = 3 } };
        Add(Criteria.Age, Expected.Met, "old enough", request, threeMonths);
        Add(Criteria.Age, Expected.Unmet, "too young", request with { AgeMonths = Interval.Exactly(1) }, threeMonths);
        Add(Criteria.Age, Expected.Unmet, "not created yet", request with { LegalForm = LegalForms.PasEncoreCreee, Stage = Stages.Demarrer, AgeMonths = null }, threeMonths);
        Add(Criteria.Age, Expected.Unknown, "not said", request with { AgeMonths = null }, threeMonths);

        var solvent = content with { Eligibility = new() { NotInInsolvency = true } };
        Add(Criteria.Insolvency, Expected.Met, "solvent", request, solvent);
        Add(Criteria.Insolvency, Expected.Unmet, "in proceedings", request with { InInsolvency = true }, solvent);
        Add(Criteria.Insolvency, Expected.Unknown, "not said", request with { InInsolvency = null }, solvent);

        Add(Criteria.Window, Expected.Met, "no call", request, content);
        Add(Criteria.Window, Expected.Met, "last day", request, content with { ClosesOn = Given.Today });
        Add(Criteria.Window, Expected.Unmet, "closed yesterday", request, content with { ClosesOn = Given.Today.AddDays(-1) });
        Add(Criteria.Window, Expected.Unmet, "opens tomorrow", request, content with { OpensOn = Given.Today.AddDays(1) });
        Add(Criteria.Window, Expected.Unknown, "dates not confirmed", request, content with { WindowNote = "appel annuel" });

        Add(Criteria.Capacity, Expected.Met, "open", request, content);
        Add(Criteria.Capacity, Expected.Met, "was full until yesterday", request, content, source => source with { Capacity = CapacityStatuses.Complet, CapacityUntil = Given.Today.AddDays(-1) });
        Add(Criteria.Capacity, Expected.Unmet, "full until today", request, content, source => source with { Capacity = CapacityStatuses.Complet, CapacityUntil = Given.Today });
        Add(Criteria.Capacity, Expected.Unmet, "closed until further notice", request, content, source => source with { Capacity = CapacityStatuses.Ferme });
        Add(Criteria.Capacity, Expected.Unmet, "suspended", request, content, source => source with { State = OfferState.Suspended });
        Add(Criteria.Capacity, Expected.Unmet, "draft", request, content, source => source with { State = OfferState.Draft });
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Criterion_is_judged_and_explained(string criterion, Expected expected, string condition)
    {
        var (request, offer) = Inputs[$"{criterion}: {condition}"];

        var result = Given.Match(request, offer);

        if (expected == Expected.Unmet)
        {
            Assert.Empty(result.Proposals);
            var exclusion = Assert.Single(result.Excluded);
            Assert.Equal(criterion, exclusion.Criterion);
            Assert.Equal(1, exclusion.FailedCriteria);
            Assert.False(string.IsNullOrWhiteSpace(exclusion.Text));
            return;
        }

        var reason = Assert.Single(Assert.Single(result.Proposals).Reasons, reason => reason.Criterion == criterion);
        Assert.Equal(expected.ToString(), reason.Outcome.ToString());
        Assert.False(string.IsNullOrWhiteSpace(reason.Text));
    }

    [Fact]
    public void Every_hard_criterion_has_its_three_cases_where_it_can_be_unknown()
    {
        var cases = Inputs.Keys.Select(key => key.Split(':')[0]).Distinct().Order();

        Assert.Equal(
            new[]
            {
                Criteria.Age, Criteria.Capacity, Criteria.Employer, Criteria.Headcount, Criteria.Insolvency,
                Criteria.LegalForm, Criteria.Qualification, Criteria.Stage, Criteria.Territory, Criteria.Window,
            }.Order(),
            cases);
    }

    private static void Add(string criterion, Expected expected, string condition, MatchingCriteria request, OfferContent content, Func<CatalogOfferSource, CatalogOfferSource>? with = null)
    {
        Inputs.Add($"{criterion}: {condition}", (request, Given.Offer(1, content, with)));
        Cases.Add(criterion, expected, condition);
    }
}
