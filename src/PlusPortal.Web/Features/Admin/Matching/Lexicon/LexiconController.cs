using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Matching.Lexicon;

/// <summary>Staff add to the lexicon, weigh its phrases otherwise, set some aside, and try it on a text.</summary>
[Area(Areas.Admin)]
[Route("admin/lexique")]
public sealed class LexiconController(LexiconReader phrases, ChangeLexicon change, CurrentLexicon lexicon) : Controller
{
    private const string Save = "enregistrer";

    /// <summary>The phrases, those of staff first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(LexiconFilter filter, CancellationToken ct)
    {
        ModelState.Clear();
        return View(await phrases.ListAsync(filter, ct));
    }

    /// <summary>The form of a phrase to add.</summary>
    [HttpGet("ajout")]
    public IActionResult Add() => View(new PhrasePage(new PhraseForm(), null, [], new Dictionary<Guid, string>()));

    /// <summary>Adds it, or tries it.</summary>
    [HttpPost("ajout")]
    [Audited(AuditAct.LexiconChanged)]
    public async Task<IActionResult> Add([Bind(Prefix = "Form")] PhraseForm form, string? action, CancellationToken ct)
    {
        form.Seen = 0;
        CheckFor(action, form);
        var page = new PhrasePage(form, null, [], new Dictionary<Guid, string>());
        if (!ModelState.IsValid) return Answer(nameof(Add), StatusCodes.Status400BadRequest, page);
        if (action != Save) return View(page with { Trial = await phrases.TryAsync(form, isNew: true, User.UserId, ct) });

        var result = await change.ExecuteAsync(form, isNew: true, User.UserId, ct);
        if (result == LexiconChanged.Done) return RedirectToPhrase(form.ToEntry());
        if (result == LexiconChanged.Known) page = page with { Known = await phrases.FindAsync(form.ToEntry().Key, ct) };
        return Refused(nameof(Add), page, result);
    }

    /// <summary>One phrase: its weight, whether it is read, and what was decided before.</summary>
    [HttpGet("phrase")]
    public async Task<IActionResult> Phrase(string? sens, string? mots, CancellationToken ct)
    {
        var asked = new PhraseForm { Meaning = sens, Pattern = mots }.ToEntry();
        return await phrases.FindAsync(asked.Key, ct) is { } phrase ? View(await phrases.PageAsync(phrase, PhraseForm.For(phrase.Entry, phrase.Last), null, ct)) : NotFound();
    }

    /// <summary>Decides about it, or tries the decision.</summary>
    [HttpPost("phrase")]
    [Audited(AuditAct.LexiconChanged)]
    public async Task<IActionResult> Phrase([Bind(Prefix = "Form")] PhraseForm form, string? action, CancellationToken ct)
    {
        if (await phrases.FindAsync(form.ToEntry().Key, ct) is not { } phrase) return NotFound();
        form.IsProblem = phrase.Entry.IsProblem;
        CheckFor(action, form);
        if (!ModelState.IsValid) return Answer(nameof(Phrase), StatusCodes.Status400BadRequest, await phrases.PageAsync(phrase, form, null, ct));
        if (action != Save) return View(await phrases.PageAsync(phrase, form, await phrases.TryAsync(form, isNew: false, User.UserId, ct), ct));

        var result = await change.ExecuteAsync(form, isNew: false, User.UserId, ct);
        if (result == LexiconChanged.Done) return RedirectToPhrase(phrase.Entry);
        if (result == LexiconChanged.NotFound || await phrases.FindAsync(phrase.Entry.Key, ct) is not { } now) return NotFound();

        // Sending again decides knowingly.
        form.Seen = now.Last?.Number ?? 0;
        ModelState.Remove("Form.Seen");
        return Refused(nameof(Phrase), await phrases.PageAsync(now, form, null, ct), result);
    }

    /// <summary>A box to try the lexicon on any text.</summary>
    [HttpGet("essai")]
    public async Task<IActionResult> Try(CancellationToken ct) => View(new TryPage(new TryForm(), (await lexicon.GetAsync(ct)).Hash, null));

    /// <summary>What is read in a text. Nothing of it is stored.</summary>
    [HttpPost("essai")]
    public async Task<IActionResult> Try([Bind(Prefix = "Form")] TryForm form, CancellationToken ct)
    {
        var current = await lexicon.GetAsync(ct);
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(new TryPage(form, current.Hash, ModelState.IsValid ? ReadLine.Of(Typed.Text(form.Text) ?? "", current) : null));
    }

    private void CheckFor(string? action, PhraseForm form)
    {
        if (action == Save && Typed.Line(form.Reason) is null) ModelState.AddModelError("Form.Reason", "Dites en quelques mots pourquoi\u00A0: l’historique le montrera.");
        if (action != Save && Typed.Text(form.Text) is null) ModelState.AddModelError("Form.Text", "Écrivez ou collez un texte sur lequel essayer la phrase.");
    }

    private ViewResult Refused(string view, PhrasePage page, LexiconChanged result)
    {
        var (field, sentence) = result switch
        {
            LexiconChanged.Known => ("Form.Pattern", "Cette phrase existe déjà avec ce sens. Ouvrez-la ci-dessous pour changer son poids, ou pour la remettre en service."),
            LexiconChanged.Unchanged => ("Form.Weight", "Rien n’est différent\u00A0: changez le poids, ou désactivez la phrase, ou revenez au lexique."),
            LexiconChanged.Full => ("Form.Pattern", $"L’équipe a déjà décidé de {LexiconChange.MostPhrases} phrases, le plus que le portail garde. Demandez à ce que les plus utiles soient livrées avec le portail."),
            _ => ("Form.Reason", "Quelqu’un a changé le lexique pendant que vous écriviez. Votre saisie est conservée\u00A0: relisez ce qui a été décidé, puis enregistrez de nouveau."),
        };
        ModelState.AddModelError(field, sentence);
        return Answer(view, result == LexiconChanged.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest, page);
    }

    private RedirectResult RedirectToPhrase(LexiconEntry entry) => Redirect(new Phrase(entry, false, null).Address);

    private ViewResult Answer(string view, int status, PhrasePage page)
    {
        Response.StatusCode = status;
        return View(view, page);
    }
}
