using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Security;
using PlusPortal.Web.Tests.Public.Orientation;

namespace PlusPortal.Web.Tests.Security.Inputs;

/// <summary>Every field, query key and part of a path that exists, each with every kind of odd text, as the visitor whose page it is: never a failure.</summary>
/// <remarks><c>tests/scripts/odd-text</c> sets <see cref="LongestVariable"/>: the same walk then goes round by itself, warm, and nothing may take longer.</remarks>
public sealed class OddTextTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    /// <summary>Milliseconds that an answer may take.</summary>
    private const string LongestVariable = "PLUS_ODD_TEXT_MS";

    /// <summary>Keys that pages read themselves (<see cref="InputRuleTests"/>), sent beside the others.</summary>
    private static readonly string[] KeysReadByHand = ["v", "envoye", "recherche"];

    private static readonly Dictionary<string, string> NoLimits = new[] { "SignIn", "SignInClient", "SignInAccount", "SignInOwner", "SecondFactor", "SecondFactorAccount", "Passkey", "LinkAnswer", "UnknownLink", "PasswordReset", "PasswordResetAddress", "LostLink", "OrientationPreview", "NewDraft", "Submission", "ResumeLink", "SheetReport", "Suggestions" }
        .SelectMany(purpose => new[] { KeyValuePair.Create($"RateLimits:{purpose}:Requests", "1000000"), KeyValuePair.Create($"RateLimits:{purpose}:WindowSeconds", "60") })
        .Concat(new[] { "MailsToAddress", "AddressChangesOfAccount", "SubmissionsOfAddress", "SubmissionsOfClient", "SubmissionsOfDomain", "ReportsOfSheet", "CodesOfReferral" }.Select(cap => KeyValuePair.Create($"DailyCaps:{cap}", "1000000")))
        .ToDictionary();

    private static bool IsTimed => Environment.GetEnvironmentVariable(LongestVariable) is not null;

    [Fact]
    public async Task No_text_makes_any_address_fail()
    {
        await using var portal = new PortalFactory(fixture.Database, settings: NoLimits);
        var fields = InputField.AllOf(portal);
        Assert.True(fields.Count > 200);
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Administrator);
        var answers = new OddAnswers();
        if (IsTimed) await TimeAsync(portal, fields, staff, answers);
        else await WalkAsync(portal, fields, staff, answers, OddText.All, together: 4);

        Assert.True(answers.Failures.IsEmpty, string.Join('\n', answers.Failures.Order().Distinct().Take(40)));
        Assert.Empty(fields.Where(field => answers.TimesSent(field) < OddText.All.Count).Select(field => $"{field.Name} of /{field.Endpoint.PatternOf()} was not sent").Distinct());
    }

    private async Task WalkAsync(PortalFactory portal, IReadOnlyList<InputField> fields, PortalBrowser staff, OddAnswers answers, IReadOnlyList<OddText> texts, int together) =>
        await Parallel.ForEachAsync(texts, new ParallelOptions { MaxDegreeOfParallelism = together }, async (text, _) =>
        {
            var data = await SampleData.CreateAsync(fixture);
            using var stranger = portal.NewBrowser();
            var check = await Walk.ToAsync(portal, "verification", stranger);
            data.With("draftId", Walk.DraftOf(check).ToString());
            using var partner = await portal.SignInAsNewAsync(PortalRoles.PartnerManager, data.Offer.ActorId);
            using var own = await portal.SignInAsNewAsync(PortalRoles.Staff);
            var walk = new OddTextWalk(data, fields, text, answers);
            await walk.GoAsync(stranger, [Areas.Public, Areas.Api, Areas.Dev, null]);
            await walk.GoAsync(partner, [Areas.Partner]);
            await walk.GoAsync(staff, [Areas.Admin]);
            await walk.GoAsync(own, [Areas.Account]);
        });

    /// <summary>
    /// Two rounds to warm the portal, three that count: the median of each. Something else may have had the machine: what was
    /// slow is asked again, up to three times three, and its best median counts.
    /// </summary>
    private async Task TimeAsync(PortalFactory portal, IReadOnlyList<InputField> fields, PortalBrowser staff, OddAnswers answers)
    {
        var longest = double.Parse(Environment.GetEnvironmentVariable(LongestVariable)!, CultureInfo.InvariantCulture);
        var output = TestContext.Current.TestOutputHelper!;
        IReadOnlyList<OddText> texts = [.. OddText.All, .. OddText.Slow];
        for (var round = 0; round < 2; round++) await WalkAsync(portal, fields, staff, answers, texts, together: 1);
        var best = new Dictionary<string, double>();
        var askedAgain = 0;
        for (var again = 0; again < 4 && answers.Only?.Count != 0; again++)
        {
            answers.Times.Clear();
            for (var round = 0; round < 3; round++) await WalkAsync(portal, fields, staff, answers, texts, together: 1);
            foreach (var (what, times) in answers.Times) best[what] = Math.Min(best.GetValueOrDefault(what, double.MaxValue), times.Order().ElementAt(times.Count / 2));
            answers.Only = [.. best.Where(one => one.Value > longest).Select(one => one.Key)];
            askedAgain = Math.Max(askedAgain, answers.Only.Count);
        }

        var slowest = best.OrderByDescending(one => one.Value).ToList();
        output.WriteLine("| Address | Field | Kind | Median |\n|---|---|---|---|");
        foreach (var (what, ms) in slowest.Take(10)) output.WriteLine($"{what} | {ms.ToString("0.0", CultureInfo.InvariantCulture)} ms |");
        output.WriteLine($"{fields.Select(field => (field.Endpoint, field.Name)).Distinct().Count()} fields, {texts.Count} kinds: {best.Count} asked, {askedAgain} asked again, {best.Values.Count(ms => ms > longest)} above {longest} ms, median of all {slowest[slowest.Count / 2].Value.ToString("0.0", CultureInfo.InvariantCulture)} ms");
        Assert.True(slowest[0].Value <= longest, $"{slowest[0].Key} took {slowest[0].Value:0.0} ms");
    }

    /// <summary>What was sent, and what came back.</summary>
    private sealed class OddAnswers
    {
        private readonly ConcurrentDictionary<InputField, int> sent = new();

        public ConcurrentBag<string> Failures { get; } = [];

        /// <summary>Milliseconds, by address, field and kind.</summary>
        public ConcurrentDictionary<string, List<double>> Times { get; } = new();

        /// <summary>What is to be asked, as <see cref="Times"/> names it; everything when null.</summary>
        public HashSet<string>? Only { get; set; }

        public int TimesSent(InputField field) => sent.GetValueOrDefault(field);

        public void Count(InputField field) => sent.AddOrUpdate(field, 1, (_, times) => times + 1);
    }

    /// <summary>The odd walk of one text.</summary>
    private sealed class OddTextWalk(SampleData data, IReadOnlyList<InputField> fields, OddText text, OddAnswers answers)
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
                    await SendAsync(browser, endpoint, field.Name, data.AddressOf(endpoint, field.Name, text.InPath), method == "POST" ? Body([]) : null);
                    answers.Count(field);
                }

                // All keys at once, and each text alone: what is wrong with one may keep the others from being used.
                var keys = own.Where(field => field.IsInQuery).ToList();
                if (keys.Count > 0) await SendAsync(browser, endpoint, "all keys", $"{address}?{text.Encoded}=1&{string.Join('&', keys.Select(field => field.Name).Union(KeysReadByHand).Select(Pair))}", method == "POST" ? Body([]) : null);
                if (keys.Count > 1)
                {
                    foreach (var key in keys.Where(field => field.IsText)) await SendAsync(browser, endpoint, key.Name, $"{address}?{Pair(key.Name)}", method == "POST" ? Body([]) : null);
                }

                keys.ForEach(answers.Count);

                foreach (var field in own.Where(field => field.Source == BindingSource.Body))
                {
                    await SendAsync(browser, endpoint, field.Name, address, Json(field));
                    answers.Count(field);
                }

                var inForm = own.Where(field => field.IsInForm).ToList();
                if (method != "POST") continue;
                if (inForm.Count > 0) await SendAsync(browser, endpoint, "all fields", address, Body(AsOnThePage(address, inForm)));
                if (inForm.Any(field => !field.IsText)) await SendAsync(browser, endpoint, "all fields, their names too", address, Body([.. inForm.Select(field => (field.Name, text.Encoded)), (text.Encoded, text.Encoded)]));

                // Each alone, the others as the page has them: what is right goes all the way.
                foreach (var field in inForm.Where(field => field.IsText)) await SendAsync(browser, endpoint, field.Name, address, Body(AsOnThePage(address, [field])));
                inForm.Except(keys).ToList().ForEach(answers.Count);
            }
        }

        private string Pair(string key) => $"{Uri.EscapeDataString(key)}={text.Encoded}";

        /// <summary>What the form of the page sends, these texts replaced; and those of them that the page does not show in this state.</summary>
        private List<(string Name, string Encoded)> AsOnThePage(string address, List<InputField> replaced)
        {
            var texts = replaced.Where(field => field.IsText).Select(field => field.Name).ToHashSet();
            var content = new List<(string, string)>();
            if (forms.TryGetValue(address, out var form))
            {
                foreach (var element in form.Elements)
                {
                    var name = element.GetAttribute("name");
                    if (string.IsNullOrEmpty(name) || name == "__RequestVerificationToken") continue;
                    var isTyped = element is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "search" or "email" or "tel" or "password" or "url" };
                    if (isTyped) content.Add((name, texts.Contains(name) ? text.Encoded : Uri.EscapeDataString(ValueOf(element))));
                    else if (element is IHtmlInputElement { Type: "hidden" } or IHtmlInputElement { IsChecked: true }) content.Add((name, Uri.EscapeDataString(((IHtmlInputElement)element).Value)));
                    else if (element is IHtmlInputElement { Type: "radio" or "checkbox" } box && content.All(sent => sent.Item1 != name)) content.Add((name, Uri.EscapeDataString(box.Value)));
                    else if (element is IHtmlSelectElement list) content.Add((name, Uri.EscapeDataString(list.Options.LastOrDefault()?.Value ?? "")));
                }
            }

            content.AddRange(texts.Where(name => content.All(sent => sent.Item1 != name)).Select(name => (name, text.Encoded)));
            return content;
        }

        private static string ValueOf(IHtmlElement element) => element is IHtmlTextAreaElement area ? area.Value : ((IHtmlInputElement)element).Value;

        private void CollectForms(HtmlPage page)
        {
            token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? token;
            foreach (var form in page.Document.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>())
                forms.TryAdd(new Uri(page.Address, form.GetAttribute("action") ?? "").AbsolutePath, form);
        }

        /// <summary>What a program sends, one value replaced; a bare half of a character stands at its end.</summary>
        private StringContent Json(InputField replaced)
        {
            var sent = new Dictionary<string, object> { ["communeCode"] = "54528", ["stage"] = Stages.Developper, ["description"] = "Nous cherchons un local." };
            var odd = Uri.UnescapeDataString(text.Encoded);
            sent[replaced.Name] = replaced.IsText ? odd : new[] { odd };
            return new StringContent(JsonSerializer.Serialize(sent).Replace("%FF%C3d", "\\ud800", StringComparison.Ordinal), Encoding.UTF8, "application/json");
        }

        private StringContent Body(IEnumerable<(string Name, string Encoded)> content) => new(
            string.Join('&', content.Select(field => $"{(field.Name == text.Encoded ? field.Name : Uri.EscapeDataString(field.Name))}={field.Encoded}").Append("__RequestVerificationToken=" + Uri.EscapeDataString(token))),
            Encoding.ASCII,
            "application/x-www-form-urlencoded");

        private async Task SendAsync(PortalBrowser browser, RouteEndpoint endpoint, string field, string address, HttpContent? content)
        {
            var method = endpoint.MethodsOf().Contains("POST") ? HttpMethod.Post : HttpMethod.Get;
            var what = $"| {method} /{endpoint.PatternOf()} | {field} | {text.Name}";
            if (answers.Only?.Contains(what) is false) return;
            try
            {
                using var request = new HttpRequestMessage(method, address) { Content = content };
                var startedAt = Stopwatch.GetTimestamp();
                using var response = await browser.Client.SendAsync(request, IsTimed ? HttpCompletionOption.ResponseContentRead : HttpCompletionOption.ResponseHeadersRead);
                if (IsTimed) answers.Times.GetOrAdd(what, _ => []).Add(Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds);
                if (response.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests) answers.Failures.Add($"{method} {address[..Math.Min(address.Length, 90)]} ({text.Name}): {(int)response.StatusCode}");
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                answers.Failures.Add($"{method} {address[..Math.Min(address.Length, 90)]} ({text.Name}): {failure.Message}");
            }
        }
    }
}
