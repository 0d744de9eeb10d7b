using System.Collections.Concurrent;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Security;
using PlusPortal.Web.Tests.Public.Orientation;

namespace PlusPortal.Web.Tests.Security.Inputs;

/// <summary>Every field, query key and part of a path that exists, each with every kind of odd text, as the visitor whose page it is: never a failure.</summary>
public sealed class OddTextTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    /// <summary>Keys that pages read themselves (<see cref="InputRuleTests"/>), sent beside the others.</summary>
    private static readonly string[] KeysReadByHand = ["v", "envoye", "recherche"];

    private static readonly Dictionary<string, string> NoLimits = new[] { "SignIn", "LostLink", "OrientationPreview", "NewDraft", "Submission", "ResumeLink", "SheetReport", "Suggestions" }
        .SelectMany(purpose => new[] { KeyValuePair.Create($"RateLimits:{purpose}:Requests", "1000000"), KeyValuePair.Create($"RateLimits:{purpose}:WindowSeconds", "60") })
        .ToDictionary();

    [Fact]
    public async Task No_text_makes_any_address_fail()
    {
        await using var portal = new PortalFactory(fixture.Database, settings: NoLimits);
        var fields = InputField.AllOf(portal);
        Assert.True(fields.Count > 200);
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Administrator);
        var (failures, sent) = (new ConcurrentBag<string>(), new ConcurrentDictionary<InputField, int>());

        await Parallel.ForEachAsync(OddText.All, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (text, _) =>
        {
            var data = await SampleData.CreateAsync(fixture);
            using var stranger = portal.NewBrowser();
            var check = await Walk.ToAsync(portal, "verification", stranger);
            data.With("draftId", Walk.DraftOf(check).ToString());
            using var partner = await portal.SignInAsNewAsync(PortalRoles.Partner, data.Offer.ActorId);
            var walk = new OddTextWalk(data, fields, text, failures, sent);
            await walk.GoAsync(stranger, [Areas.Public, Areas.Api, Areas.Dev, null]);
            await walk.GoAsync(partner, [Areas.Partner]);
            await walk.GoAsync(staff, [Areas.Admin]);
        });

        Assert.True(failures.IsEmpty, string.Join('\n', failures.Order().Distinct().Take(40)));
        Assert.Empty(fields.Where(field => sent.GetValueOrDefault(field) < OddText.All.Count).Select(field => $"{field.Name} of /{field.Endpoint.PatternOf()} was not sent").Distinct());
    }

    /// <summary>The odd walk of one text.</summary>
    private sealed class OddTextWalk(SampleData data, IReadOnlyList<InputField> fields, OddText text, ConcurrentBag<string> failures, ConcurrentDictionary<InputField, int> sent)
    {
        private readonly Dictionary<string, IHtmlFormElement> forms = [];
        private string token = "";

        public async Task GoAsync(PortalBrowser browser, string?[] areas)
        {
            var endpoints = fields.Select(field => field.Endpoint).Distinct().Where(endpoint => areas.Contains(endpoint.AreaOf())).ToList();
            CollectForms(await browser.GetAsync("/"));

            // A form stands on the page of its address, or on one above it.
            var posts = endpoints.Where(endpoint => endpoint.MethodsOf().Contains("POST")).Select(endpoint => endpoint.PatternOf()).ToList();
            foreach (var endpoint in endpoints.Where(endpoint => endpoint.MethodsOf().Contains("GET") && posts.Any(post => post == endpoint.PatternOf() || post.StartsWith(endpoint.PatternOf() + "/", StringComparison.Ordinal))))
                CollectForms(await browser.GetAsync(data.AddressOf(endpoint)));

            foreach (var endpoint in endpoints)
            {
                var own = fields.Where(field => field.Endpoint == endpoint).ToList();
                var address = data.AddressOf(endpoint);
                var method = endpoint.MethodsOf().Contains("POST") ? "POST" : "GET";
                foreach (var field in own.Where(field => field.Source == BindingSource.Path))
                {
                    await SendAsync(browser, method, data.AddressOf(endpoint, field.Name, text.InPath), method == "POST" ? Body([]) : null);
                    Count(field);
                }

                // All keys at once, and each text alone: what is wrong with one may keep the others from being used.
                var keys = own.Where(field => field.IsInQuery).ToList();
                if (keys.Count > 0) await SendAsync(browser, method, $"{address}?{text.Encoded}=1&{string.Join('&', keys.Select(field => field.Name).Union(KeysReadByHand).Select(Pair))}", method == "POST" ? Body([]) : null);
                if (keys.Count > 1)
                {
                    foreach (var key in keys.Where(field => field.IsText)) await SendAsync(browser, method, $"{address}?{Pair(key.Name)}", method == "POST" ? Body([]) : null);
                }

                keys.ForEach(Count);

                var inForm = own.Where(field => field.IsInForm).ToList();
                if (method != "POST") continue;
                if (inForm.Count > 0) await SendAsync(browser, method, address, Body(AsOnThePage(address, inForm)));
                if (inForm.Any(field => !field.IsText)) await SendAsync(browser, method, address, Body([.. inForm.Select(field => (field.Name, text.Encoded)), (text.Encoded, text.Encoded)]));
                inForm.Except(keys).ToList().ForEach(Count);
            }
        }

        private string Pair(string key) => $"{Uri.EscapeDataString(key)}={text.Encoded}";

        private void Count(InputField field) => sent.AddOrUpdate(field, 1, (_, times) => times + 1);

        /// <summary>What the form of the page sends, its texts replaced; and the texts that the page does not show in this state.</summary>
        private List<(string Name, string Encoded)> AsOnThePage(string address, List<InputField> inForm)
        {
            var texts = inForm.Where(field => field.IsText).Select(field => field.Name).ToHashSet();
            var content = new List<(string, string)>();
            if (forms.TryGetValue(address, out var form))
            {
                foreach (var element in form.Elements)
                {
                    var name = element.GetAttribute("name");
                    if (string.IsNullOrEmpty(name) || name == "__RequestVerificationToken") continue;
                    var isTyped = element is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "search" or "email" or "tel" or "password" or "url" };
                    if (isTyped) content.Add((name, text.Encoded));
                    else if (element is IHtmlInputElement { Type: "hidden" } or IHtmlInputElement { IsChecked: true }) content.Add((name, Uri.EscapeDataString(((IHtmlInputElement)element).Value)));
                    else if (element is IHtmlInputElement { Type: "radio" or "checkbox" } box && content.All(sent => sent.Item1 != name)) content.Add((name, Uri.EscapeDataString(box.Value)));
                    else if (element is IHtmlSelectElement list) content.Add((name, Uri.EscapeDataString(list.Options.LastOrDefault()?.Value ?? "")));
                }
            }

            content.AddRange(texts.Where(name => content.All(sent => sent.Item1 != name)).Select(name => (name, text.Encoded)));
            return content;
        }

        private void CollectForms(HtmlPage page)
        {
            token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? token;
            foreach (var form in page.Document.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>())
                forms.TryAdd(new Uri(page.Address, form.GetAttribute("action") ?? "").AbsolutePath, form);
        }

        private StringContent Body(IEnumerable<(string Name, string Encoded)> content) => new(
            string.Join('&', content.Select(field => $"{(field.Name == text.Encoded ? field.Name : Uri.EscapeDataString(field.Name))}={field.Encoded}").Append("__RequestVerificationToken=" + Uri.EscapeDataString(token))),
            Encoding.ASCII,
            "application/x-www-form-urlencoded");

        private async Task SendAsync(PortalBrowser browser, string method, string address, HttpContent? content)
        {
            try
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = content };
                using var response = await browser.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                if (response.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests) failures.Add($"{method} {address[..Math.Min(address.Length, 90)]} ({text.Name}): {(int)response.StatusCode}");
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add($"{method} {address[..Math.Min(address.Length, 90)]} ({text.Name}): {failure.Message}");
            }
        }
    }
}
