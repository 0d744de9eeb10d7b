using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PlusPortal.Browser.Tests;

/// <summary>What a structure keeps after sending: the reference and the address of its private page.</summary>
internal sealed record SentRequest(string Reference, string TrackingAddress);

/// <summary>Filling the request form as a tired volunteer would.</summary>
internal static partial class RequestVerbs
{
    private const string Need = "Nous voulons ouvrir un atelier où les habitants réparent eux-mêmes leurs vélos. Dix personnes sont prêtes, la mairie écoute, mais nous ne savons pas par où commencer.";

    extension(IPage page)
    {
        /// <summary>Fills and sends a whole request of a project in Toul.</summary>
        /// <param name="withSuggestions">Whether the commune is picked among the suggestions that a script shows.</param>
        /// <param name="beforeSending">What happens before the last page, such as letting time pass.</param>
        public async Task<SentRequest> SubmitRequestAsync(bool withSuggestions, Action beforeSending)
        {
            await page.GotoAsync("/demande");
            await page.PressAsync("Commencer ma demande");
            await page.ShouldReadAsync("Où en êtes-vous");
            await page.ChooseAsync("Démarrer");
            await page.ContinueAsync("Plus précisément");
            await page.ChooseAsync("Une idée à clarifier");
            await page.ContinueAsync("forme juridique");
            await page.ChooseAsync("Pas encore créée");
            await page.ContinueAsync("nom");
            await page.WriteAsync("Nom du projet", "Exemple d’atelier vélo");
            await page.ContinueAsync("secteur principal");
            await page.ChooseAsync("Mobilité");
            await page.ContinueAsync("commune");
            await page.FindToulAsync(withSuggestions);
            await page.ChooseAsync("Aucun salarié");
            await page.ContinueAsync("De quoi avez-vous besoin");
            await page.WriteAsync("Titre", "Lancer un atelier vélo participatif");
            await page.WriteAsync("Votre besoin", Need);
            await page.ContinueAsync("thèmes");
            await page.TickAsync("Clarifier l’idée");
            await page.TickAsync("Trouver partenaires et réseau");
            await page.ContinueAsync("échéance");
            await page.ContinueAsync("déjà rencontré");
            await page.ContinueAsync("vous joindre");
            await page.WriteAsync("Prénom et nom", "Camille Exemple");
            await page.WriteAsync("Adresse e-mail", "camille@example.org");
            await page.ChooseAsync("Par courriel");
            await page.ContinueAsync("Vérifier et envoyer");
            beforeSending();
            await page.ChooseAsync("PLUS choisit");
            await page.GetByRole(AriaRole.Checkbox).Last.CheckAsync();
            await page.PressAsync("Envoyer ma demande à PLUS");
            await page.ShouldReadAsync("Votre demande est envoyée");

            var reference = ReferenceForm().Match(await page.GetByRole(AriaRole.Main).InnerTextAsync()).Value;
            var address = await page.GetByRole(AriaRole.Link, new() { Name = "Suivre ma demande" }).GetAttributeAsync("href");

            // Links carry the public address of the settings; the test's portal listens elsewhere.
            return new SentRequest(reference, new Uri(new Uri("http://localhost"), address!).PathAndQuery);
        }

        private async Task ContinueAsync(string nextHeading)
        {
            await page.PressAsync("Continuer");
            await page.ShouldReadAsync(nextHeading);
        }

        private async Task FindToulAsync(bool withSuggestions)
        {
            var heading = page.GetByRole(AriaRole.Heading, new() { Level = 1 });
            if (withSuggestions)
            {
                await page.GetByRole(AriaRole.Combobox, new() { Name = "Commune" }).PressSequentiallyAsync("toul");
                await page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^Toul \\(54200") }).ClickAsync();
                await page.PressAsync("Continuer");
            }
            else
            {
                await page.WriteAsync("Commune", "54200");
                await page.PressAsync("Continuer");
                await Expect(heading).ToContainTextAsync(new Regex("communes correspondent|bien cette commune"));
                await page.ChooseAsync("Toul (54200");
                await page.PressAsync("Continuer");
            }

            await Expect(heading).ToContainTextAsync("emploie");
        }
    }

    [GeneratedRegex(@"PLUS-\d{4}-\d{6}")]
    private static partial Regex ReferenceForm();
}
