using Microsoft.Playwright;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using static Microsoft.Playwright.Assertions;

namespace PlusPortal.Browser.Tests;

/// <summary>A passage is masked by selecting it in the text: nobody has to copy it.</summary>
public sealed class MaskingSelectionTests(PostgresFixture postgres, ChromiumFixture chromium) : IAsyncLifetime
{
    private readonly BrowserFixture browser = new(postgres, chromium);

    public ValueTask InitializeAsync() => browser.InitializeAsync();

    public ValueTask DisposeAsync() => browser.DisposeAsync();

    [Fact]
    public async Task Selected_words_are_added_to_the_passages_and_masked()
    {
        var request = A.Request().Declaring(declared => declared with { Need = "Nous cherchons un local\navec Zénobie Canari, près de la gare." }).Build().InTriage();
        await browser.StoreAsync(request);
        var page = await browser.NewPersonAsync();
        var email = $"equipe{A.Number()}@example.org";
        await browser.Portal.CreateUserAsync(email, PortalRoles.Staff);
        await page.SignInAsync(email, PortalFactory.Password);
        await page.GotoAsync($"/admin/demandes/{request.Reference}/masques");

        await page.PressAsync("Ajouter le texte sélectionné");
        await Expect(page.GetByText("Sélectionnez d’abord un passage dans un texte de la demande.")).ToBeVisibleAsync();
        await SelectAsync(page, "un local\navec Zénobie Canari");
        await page.PressAsync("Ajouter le texte sélectionné");
        await SelectAsync(page, "la gare");
        await page.PressAsync("Ajouter le texte sélectionné");
        await Expect(page.GetByLabel("Autres passages à masquer (facultatif)")).ToHaveValueAsync("un local avec Zénobie Canari\nla gare");
        await page.LeaveAsync(() => page.PressAsync("Enregistrer et masquer"));

        Assert.Equal($"Nous cherchons {PassageMask.Mark}, près de {PassageMask.Mark}.", (await browser.ReadAsync(request.Id)).Declared.Need);
    }

    private static Task SelectAsync(IPage page, string words) => page.EvaluateAsync(
        """
        (words) => {
          const text = [...document.querySelectorAll(".maskable")].map((place) => place.firstChild).find((node) => node.data.includes(words));
          const range = document.createRange();
          range.setStart(text, text.data.indexOf(words));
          range.setEnd(text, text.data.indexOf(words) + words.length);
          const selection = document.getSelection();
          selection.removeAllRanges();
          selection.addRange(range);
        }
        """,
        words);
}
