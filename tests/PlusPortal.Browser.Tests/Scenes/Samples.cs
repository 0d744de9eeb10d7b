using Microsoft.Playwright;
using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>What scenes put into the database, and words that no line can hold.</summary>
internal static class Samples
{
    /// <summary>A word of thirty characters or more.</summary>
    public const string LongWord = "Intergouvernementalisationnelle";

    /// <summary>A text with such words, an address without a break, and several lines.</summary>
    public static readonly string LongText = string.Join('\n', Enumerable.Repeat($"Nous cherchons {LongWord} et {LongWord}{LongWord} : https://exemple.example.org/{LongWord}/{LongWord}/{LongWord}.", 4));

    /// <summary>The same on one line.</summary>
    public static readonly string LongLine = LongText.Replace('\n', ' ')[..400];

    /// <summary>Every answer of the form but the last.</summary>
    public static OrientationAnswers Answers { get; } = new()
    {
        Stage = Stages.Developper,
        SubStage = SubStages.Consolidation,
        LegalForm = LegalForms.AssociationLoi1901,
        StructureName = "Les Essais imaginaires",
        Qualifications = [],
        Sectors = [Sectors.Culture],
        Place = A.Toul,
        CommuneName = "Toul",
        DepartementName = "Meurthe-et-Moselle",
        StaffBand = StaffBands.From1To2,
        Title = "Trouver un modèle durable",
        Need = "Nous dépendons d’une seule subvention et cherchons à diversifier nos recettes.",
        Themes = [Themes.ModeleEconomique],
        HasDeadline = false,
        AlreadyMetActorIds = [],
        ContactName = "Camille Inventée",
        Email = "camille.inventee@example.org",
        Channel = ContactChannels.Courriel,
    };

    /// <summary>The same with words that are too long for a narrow screen.</summary>
    public static OrientationAnswers LongAnswers { get; } = Answers with
    {
        StructureName = $"{LongWord} {LongWord}{LongWord}",
        Title = $"{LongWord} {LongWord}{LongWord}",
        Need = LongText,
        AlreadyMetText = LongText[..Declaration.AlreadyMetLength],
        ContactName = LongWord + LongWord,
        Email = $"{LongWord}@{LongWord}.example.org",
    };

    extension(Stage stage)
    {
        /// <summary>A draft with these answers, which this browser may open: its identifier.</summary>
        public async Task<Guid> DraftAsync(OrientationAnswers answers)
        {
            var now = stage.Browser.Portal.Clock.GetUtcNow();
            var secret = LinkTokens.Create();
            var draft = new RequestDraft { Id = Guid.CreateVersion7(now), SecretHash = LinkTokens.Hash(secret), Answers = DraftAnswers.Empty, CreatedAt = now, UpdatedAt = now, ExpiresAt = now };
            draft.Keep(answers, now);
            await using var db = stage.Browser.NewContext();
            db.Add(draft);
            await db.SaveChangesAsync();
            await stage.Page.Context.AddCookiesAsync([new Cookie { Name = $"plus-draft-{draft.Id:N}", Value = secret, Url = stage.Browser.Address, HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);
            return draft.Id;
        }

        /// <summary>Opens a page of the form with these answers given.</summary>
        public async Task OpenStepAsync(string slug, OrientationAnswers answers) => await stage.OpenAsync($"/demande/{await stage.DraftAsync(answers)}/{slug}");

        /// <summary>Stores what a change made of a request.</summary>
        public async Task StoreAsync(OrientationRequest request, params SupportOffer[] offers) => await stage.Browser.StoreAsync(request, offers);
    }

    /// <summary>A request whose every text is too long.</summary>
    public static RequestBuilder LongRequest() => A.Request()
        .Declaring(declared => declared with { StructureName = LongWord + LongWord, Title = $"{LongWord} {LongWord}{LongWord}", Need = LongText, AlreadyMetText = LongText[..400] })
        .From(contact => contact with { Name = LongWord + LongWord, Email = $"{LongWord}{A.Number()}@{LongWord}.example.org" });

    /// <summary>An offer whose actor can be written to.</summary>
    public static SupportOffer Offer() => A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Covering("54").Build();

    /// <summary>An offer whose every text is too long.</summary>
    public static SupportOffer LongOffer() => A.SupportOffer().Of(A.SupportActor().Named($"Acteur {LongWord}{LongWord}").WithCheckedEmail().Build()).Covering("54").With(content => content with
    {
        Title = LongWord + LongWord,
        Description = LongText,
        Cost = LongLine,
        HowToApply = LongLine,
        WhatToPrepare = LongLine,
    }).Build();

    /// <summary>What the matcher would say of these offers.</summary>
    public static MatchResult Result(params SupportOffer[] offers) =>
        A.MatchResult($"Faut-il être employeur ? {LongWord}", offers) with { Signals = [new DetectedSignal(TriageSignals.UrgentDifficulte, "Des salaires sont menacés.")] };

    /// <summary>The same request once the matcher has answered.</summary>
    public static OrientationRequest Matched(this OrientationRequest request, params SupportOffer[] offers)
    {
        request.RecordMatching(Result(offers), A.Now, A.Day, Author.Job);
        return request;
    }
}
