using System.Text.RegularExpressions;
using PlusPortal.Domain.Announcements.ByHand;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Features.Admin.Requests.ByHand;
using PlusPortal.Web.Features.Public.Orientation;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared.Facts;

namespace PlusPortal.Web.Tests.Admin.Requests.ByHand;

/// <summary>Staff of an actor without address have exactly one text for now, and none tells whom to call before it has accepted.</summary>
public sealed partial class HandTextTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static readonly HandMoment[] WithContact = [HandMoment.Accepted, HandMoment.AcceptedAgain, HandMoment.ContactChanged];

    private static readonly DeclaredFacts Facts = new([.. new FormSteps(FormPages.All).Facts]);

    public static TheoryData<HandMoment> Moments => [.. Enum.GetValues<HandMoment>()];

    [Theory]
    [MemberData(nameof(Moments))]
    public void Every_moment_has_a_clean_and_true_text(HandMoment moment)
    {
        var scene = HandScene.At(moment);
        var (name, email, need, structure) = (scene.Request.Contact.Name, scene.Request.Contact.Email, scene.Request.Declared.Need, scene.Request.Declared.StructureName);

        var text = TextOf(scene, moment).Text;

        Assert.StartsWith("Bonjour,\n\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n\nL’équipe PLUS", text, StringComparison.Ordinal);
        Assert.Contains(scene.Request.Reference, text, StringComparison.Ordinal);
        Assert.DoesNotContain("transmis", text.Replace("copié, imprimé ou transmis", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.False(Untidy.IsMatch(text), text);
        if (moment == HandMoment.Erased) return;
        if (WithContact.Contains(moment))
            Assert.All(new[] { name, email, HandScene.Phone }, told => Assert.Contains(told, text, StringComparison.Ordinal));
        else
            Assert.All(new[] { name, email, HandScene.Phone, need, structure! }, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public void No_two_moments_say_the_same()
    {
        var moments = Enum.GetValues<HandMoment>();
        Assert.Distinct(moments.Select(HandTexts.TitleOf));
        var scene = HandScene.At(HandMoment.Accepted);
        Assert.Distinct(moments.Select(moment => TextOf(scene, moment).Text));
    }

    [Fact]
    public void No_text_tells_whom_to_call_of_a_referral_that_is_not_accepted()
    {
        var scene = HandScene.At(HandMoment.FirstSending);
        foreach (var moment in Enum.GetValues<HandMoment>())
            Assert.All(new[] { scene.Request.Contact.Name, scene.Request.Contact.Email, HandScene.Phone }, secret => Assert.DoesNotContain(secret, TextOf(scene, moment).Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task The_page_offers_exactly_that_text_in_a_field_to_copy(HandMoment moment)
    {
        var scene = HandScene.At(moment);
        await fixture.StoreAsync(scene.Request, [.. scene.Offers]);

        var page = await fixture.OpenAsync(scene.Request);

        var field = Assert.Single(page.Document.QuerySelectorAll("textarea[data-copy]"));
        Assert.True(field.HasAttribute("readonly"));
        Assert.Equal($"texte-{scene.Referral.Id}", field.Id);
        Assert.Equal(PageText.Normalise(TextOf(scene, moment).Text), PageText.Normalise(field.TextContent));
        Assert.True(page.Has($"À dire ou à copier pour {scene.Offers[0].Actor!.Name} : {HandTexts.TitleOf(moment).ToLowerInvariant()}"), page.Text);
    }

    [Theory]
    [InlineData(HandMoment.QuestionAnswered, HandScene.Answer)]
    [InlineData(HandMoment.InformationAdded, HandScene.Added)]
    public void What_is_passed_on_is_in_the_text(HandMoment moment, string said) =>
        Assert.Contains(said, TextOf(HandScene.At(moment), moment).Text, StringComparison.Ordinal);

    private static HandText TextOf(HandScene scene, HandMoment moment) =>
        HandTexts.Of(Facts, scene.Request, scene.Referral, moment, new HandNotes(moment == HandMoment.QuestionAnswered ? HandScene.Answer : null, moment == HandMoment.InformationAdded ? HandScene.Added : null), A.Today);

    [GeneratedRegex(@"\.\.|,\.|,,|  | ,| \.|[?!;:]\.|\.[A-ZÀ-Ý]|[^\u00A0\n][?!;:]|'")]
    private static partial Regex Untidy { get; }
}
