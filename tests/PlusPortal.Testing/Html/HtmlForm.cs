using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PlusPortal.Testing.Html;

/// <summary>
/// The form that the visitor sees, filled by its labels and sent with everything that is in it: hidden fields,
/// antiforgery token, the button. A missing label, field or token makes the test fail.
/// </summary>
public sealed class HtmlForm
{
    private readonly HtmlPage page;
    private readonly IHtmlFormElement form;
    private readonly IElement button;
    private readonly List<KeyValuePair<string, string>> extra = [];
    private readonly HashSet<string> removed = [];

    internal HtmlForm(HtmlPage page, IHtmlFormElement form, IElement button)
    {
        this.page = page;
        this.form = form;
        this.button = button;
    }

    /// <summary>Types into the field of a label.</summary>
    public HtmlForm Fill(string label, string? value)
    {
        switch (Control(label))
        {
            case IHtmlTextAreaElement area: area.Value = value ?? ""; break;
            case IHtmlInputElement { Type: not ("radio" or "checkbox" or "hidden") } input: input.Value = value ?? ""; break;
            default: throw new InvalidOperationException($"« {label} » is not a field to type in.");
        }

        return this;
    }

    /// <summary>Types a date into the three fields of a question.</summary>
    public HtmlForm FillDate(string question, DateOnly day)
    {
        foreach (var (label, number) in new[] { ("Jour", day.Day), ("Mois", day.Month), ("Année", day.Year) })
        {
            var part = Group(question).QuerySelectorAll<IHtmlLabelElement>("label[for]").Single(item => LabelMatches(item, label));
            ((IHtmlInputElement)page.Document.GetElementById(part.GetAttribute("for")!)!).Value = number.ToString(CultureInfo.InvariantCulture);
        }

        return this;
    }

    /// <summary>Chooses a radio button, or an option when the label is that of a list.</summary>
    public HtmlForm Choose(string label) => Check(Box(null, label, "radio"));

    /// <summary>Chooses an answer to a question: a radio button of a group, or an option of a list.</summary>
    public HtmlForm Choose(string question, string answer)
    {
        if (TryControl(question) is not IHtmlSelectElement list) return Check(Box(question, answer, "radio"));
        var sought = PageText.Normalise(answer);
        var option = list.Options.SingleOrDefault(option => PageText.Normalise(option.Text) == sought)
            ?? throw new InvalidOperationException($"« {question} » has no option « {answer} ».");
        list.Value = option.Value;
        return this;
    }

    /// <summary>Ticks a box.</summary>
    public HtmlForm Tick(string label, string? question = null) => Set(Box(question, label, "checkbox"), true);

    /// <summary>Unticks a box.</summary>
    public HtmlForm Untick(string label, string? question = null) => Set(Box(question, label, "checkbox"), false);

    /// <summary>What the field of a label holds.</summary>
    public string Value(string label) => Control(label) switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement list => list.Value ?? "",
        IHtmlInputElement input => input.Value,
        var other => throw new InvalidOperationException($"« {label} » is a {other.LocalName}."),
    };

    /// <summary>Whether the radio button or box of a label is on.</summary>
    public bool IsOn(string label, string? question = null) => (Find(question, label, "radio") ?? Box(question, label, "checkbox")).IsChecked;

    /// <summary>Whether the form has a field, radio button or box of that label.</summary>
    public bool Has(string label) => TryControl(label) is not null;

    /// <summary>Adds a field that the page does not have, as an attacker would.</summary>
    public HtmlForm With(string name, string value)
    {
        extra.Add(new(name, value));
        return this;
    }

    /// <summary>Leaves a field out, or lets its token be lost.</summary>
    public HtmlForm Without(string name)
    {
        removed.Add(name);
        return this;
    }

    /// <summary>Presses the button.</summary>
    public Task<HtmlPage> SubmitAsync() => page.Browser.SendAsync(Request());

    /// <summary>The request that the button sends, for tests that send it several times.</summary>
    public HttpRequestMessage Request()
    {
        var action = button.GetAttribute("formaction") ?? form.GetAttribute("action");
        var address = string.IsNullOrEmpty(action) ? page.Address : new Uri(page.Address, action);
        var fields = Fields().Where(field => !removed.Contains(field.Key)).Concat(extra).ToList();
        if (string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
        {
            return new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        }

        var query = string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
        return new HttpRequestMessage(HttpMethod.Get, new UriBuilder(address) { Query = query }.Uri);
    }

    internal static bool LabelMatches(IElement? label, string sought)
    {
        if (label is null) return false;
        var text = PageText.Normalise(label.TextContent);
        return text == sought || text == sought + " (facultatif)";
    }

    /// <summary>Successful controls in the order of the page, as HTML defines them.</summary>
    private IEnumerable<KeyValuePair<string, string>> Fields()
    {
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled")) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } box:
                    if (box.IsChecked) yield return new(name, box.GetAttribute("value") ?? "on");
                    break;
                case IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" or "file" }:
                case IHtmlButtonElement:
                    if (element == button) yield return new(name, element.GetAttribute("value") ?? "");
                    break;
                case IHtmlInputElement input:
                    yield return new(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return new(name, area.Value.ReplaceLineEndings("\r\n"));
                    break;
                case IHtmlSelectElement list:
                    yield return new(name, list.Value ?? "");
                    break;
            }
        }
    }

    private HtmlForm Check(IHtmlInputElement chosen)
    {
        foreach (var other in form.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").Where(radio => radio.Name == chosen.Name)) other.IsChecked = other == chosen;
        return this;
    }

    private HtmlForm Set(IHtmlInputElement box, bool on)
    {
        box.IsChecked = on;
        return this;
    }

    private IElement Control(string label) =>
        TryControl(label) ?? throw new InvalidOperationException($"No field « {label} » on {page.Address} ({(int)page.Status}). There: {string.Join(" | ", Labels())}");

    private IElement? TryControl(string label)
    {
        var sought = PageText.Normalise(label);
        var found = form.QuerySelectorAll<IHtmlLabelElement>("label[for]")
            .Where(item => LabelMatches(item, sought))
            .Select(item => page.Document.GetElementById(item.GetAttribute("for")!) ?? throw new InvalidOperationException($"The label « {label} » leads to no field."))
            .ToList();
        return found switch
        {
            [] => null,
            [var one] => one,
            _ => throw new InvalidOperationException($"{found.Count} fields are labelled « {label} »."),
        };
    }

    private IHtmlInputElement Box(string? question, string label, string type) =>
        Find(question, label, type) ?? throw new InvalidOperationException($"No {type} « {label} » {(question is null ? "" : $"in « {question} » ")}on {page.Address} ({(int)page.Status}). There: {string.Join(" | ", Labels())}");

    private IHtmlInputElement? Find(string? question, string label, string type)
    {
        var sought = PageText.Normalise(label);
        IParentNode scope = question is null ? form : Group(question);
        var found = scope.QuerySelectorAll<IHtmlLabelElement>("label[for]")
            .Where(item => LabelMatches(item, sought))
            .Select(item => page.Document.GetElementById(item.GetAttribute("for")!))
            .OfType<IHtmlInputElement>()
            .Where(input => input.Type == type)
            .ToList();
        return found switch
        {
            [] => null,
            [var one] => one,
            _ => throw new InvalidOperationException($"{found.Count} answers are labelled « {label} »: name the question too."),
        };
    }

    private IElement Group(string question)
    {
        var sought = PageText.Normalise(question);
        return form.QuerySelectorAll("fieldset").SingleOrDefault(item => LabelMatches(item.QuerySelector("legend"), sought))
            ?? throw new InvalidOperationException($"No question « {question} » on {page.Address}. There: {string.Join(" | ", form.QuerySelectorAll("legend").Select(legend => PageText.Normalise(legend.TextContent)))}");
    }

    private IEnumerable<string> Labels() => form.QuerySelectorAll("label, legend").Select(label => PageText.Normalise(label.TextContent));
}
