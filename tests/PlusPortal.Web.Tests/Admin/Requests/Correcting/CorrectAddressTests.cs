using System.Net;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Requests.Correcting;

/// <summary>Staff correct the address of the person: whoever has the links that went to the former one is locked out, and the right one gets its own.</summary>
public sealed class CorrectAddressTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Save = "Enregistrer l’adresse";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Link_goes_to_the_right_address_and_the_former_ones_open_nothing(bool isClosed)
    {
        var request = Misspelt();
        request.ProveAddress(A.Now);
        if (isClosed) request.Close(ClosingReasons.AucunActeur, "Plus tard.", null, A.Staff(), A.Now, A.Day);
        var former = await fixture.TrackAsync(request);
        var stranger = fixture.NewBrowser();
        var opened = await stranger.GetAsync(former);
        var (staff, _, name) = await fixture.StaffMemberAsync();
        var right = $"juste{A.Number()}@example.org";
        var form = (await OpenFormAsync(staff, request)).Form(Save);
        Assert.Equal(request.Contact.Email, form.Value("Adresse e-mail"));

        var page = await form.Fill("Adresse e-mail", $" {right} ").SubmitAsync();

        foreach (var text in new[] { "L’adresse est corrigée.", right, "Adresse pas encore confirmée", $"{name} a corrigé l’adresse e-mail." }) Assert.True(page.Has(text), text);
        Assert.False(page.Has(request.Contact.Email));
        Assert.Equal(HttpStatusCode.NotFound, (await opened.ReloadAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await fixture.NewBrowser().GetAsync(former)).Status);
        Assert.Equal([MailKind.LinkToCorrectedAddress], await fixture.MailsAboutAsync(request.Id));
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal((right, (DateTimeOffset?)null), (stored.Contact.Email, stored.AddressProvenAt));
    }

    [Fact]
    public async Task New_link_proves_the_new_address_and_the_structure_reads_what_happened()
    {
        var request = Misspelt();
        await fixture.TrackAsync(request);
        using var staff = await fixture.StaffAsync();
        await (await OpenFormAsync(staff, request)).Form(Save).Fill("Adresse e-mail", "juste@example.org").SubmitAsync();

        var asked = await fixture.NewBrowser().GetAsync(await fixture.LinkToAsync(request.Id));
        var page = await asked.Form(asked.Document.QuerySelector("main form button")!.TextContent.Trim()).SubmitAsync();

        Assert.NotNull((await fixture.ReadAsync(request.Id)).AddressProvenAt);
        Assert.True(page.Has("L’équipe PLUS a corrigé votre adresse e-mail."));
    }

    [Fact]
    public async Task Each_wrong_value_gets_its_sentence_and_changes_nothing()
    {
        var request = Misspelt();
        var link = await fixture.TrackAsync(request);
        var form = await OpenFormAsync(await fixture.StaffAsync(), request);

        var same = await form.Form(Save).Fill("Adresse e-mail", request.Contact.Email.ToUpperInvariant()).SubmitAsync();
        var empty = await (await form.ReloadAsync()).Form(Save).Fill("Adresse e-mail", " ").SubmitAsync();
        var half = await (await form.ReloadAsync()).Form(Save).Fill("Adresse e-mail", "juste@example").SubmitAsync();

        Assert.Equal("C'est l'adresse enregistrée. Écrivez la bonne, ou revenez à la demande.", same.ErrorOf("Adresse e-mail"));
        Assert.Equal("Indiquez la bonne adresse e-mail.", empty.ErrorOf("Adresse e-mail"));
        Assert.Equal("Indiquez une adresse e-mail complète, comme prenom@exemple.fr.", half.ErrorOf("Adresse e-mail"));
        Assert.Equal("juste@example", half.Form(Save).Value("Adresse e-mail"));
        Assert.Equal(request.Contact.Email, (await fixture.ReadAsync(request.Id)).Contact.Email);
        Assert.Equal(HttpStatusCode.OK, (await fixture.NewBrowser().GetAsync(link)).Status);
        Assert.Empty(await fixture.MailsAboutAsync(request.Id));
    }

    [Fact]
    public async Task Colleague_who_corrected_it_first_is_seen_and_what_is_typed_is_kept()
    {
        var request = Misspelt();
        await fixture.StoreAsync(request);
        var (first, second) = (await OpenFormAsync(await fixture.StaffAsync(), request), await OpenFormAsync(await fixture.StaffAsync(), request));
        await first.Form(Save).Fill("Adresse e-mail", "une@example.org").SubmitAsync();

        var late = await second.Form(Save).Fill("Adresse e-mail", "deux@example.org").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("deux@example.org", late.Form(Save).Value("Adresse e-mail"));
        Assert.Equal("une@example.org", (await fixture.ReadAsync(request.Id)).Contact.Email);
    }

    private static OrientationRequest Misspelt() => A.Request().From(contact => contact with { Email = $"faute{A.Number()}@example.org" }).Build();

    private static async Task<HtmlPage> OpenFormAsync(PortalBrowser staff, OrientationRequest request) =>
        await (await staff.GetAsync(RequestScene.Address(request))).ClickAsync("Corriger l’adresse e-mail");
}
