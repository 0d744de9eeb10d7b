using System.Text.RegularExpressions;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Triage;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Requests;

// Passages that must not reach an actor: which are proposed, and the one act that changes a declared text (docs/adr/0025).
public sealed partial class OrientationRequest
{
    private const int ShortestName = 3;

    private static readonly string[] KeptSignals = [TriageSignals.UrgentDifficulte, TriageSignals.DetressePersonne, TriageSignals.Indesirable];

    private readonly Dictionary<string, IReadOnlyList<SensitivePassage>> readings = new(StringComparer.Ordinal);
    private NeedLexicon lexicon = NeedLexicon.Default;
    private IReadOnlyList<string>? signalsBeforeMask;

    /// <summary>What staff decided about its passages; null while nothing.</summary>
    public PassageMasks? Masks { get; private set; }

    /// <summary>The texts that actors read, or will: those of the notes that were loaded among them.</summary>
    public IReadOnlyList<LeavingText> TextsThatLeave() => [.. TextsLeavingFor(notes)];

    /// <summary>Proposed passages of these texts that nobody masked nor left with a reason.</summary>
    public IReadOnlyList<ProposedPassage> PassagesThatWait() => WaitingIn(TextsLeavingFor(notes));

    /// <summary>The same, of what the structure added and staff have not let the actors read, too: what staff may decide on.</summary>
    public IReadOnlyList<ProposedPassage> PassagesToDecide() => WaitingIn(TextsLeavingFor(notes).Concat(AddedTexts()));

    /// <summary>What the structure added, and no actor reads yet. Of the notes that were loaded.</summary>
    public IEnumerable<LeavingText> AddedTexts() => InformationToShare.OrderBy(note => note.At).Select(note => new LeavingText(MaskPlace.Information, note.Text));

    /// <summary>Reads the texts with the lexicon in force instead of the one that comes with the portal.</summary>
    public OrientationRequest ReadWith(NeedLexicon inForce)
    {
        lexicon = inForce;
        readings.Clear();
        return this;
    }

    /// <summary>Passages that a text would bring to an actor, those left with a reason excepted.</summary>
    public IReadOnlyList<ProposedPassage> SensitiveIn(string text) => SensitiveIn([new LeavingText(MaskPlace.Exchange, text)]);

    /// <summary>The same of several texts: a passage that stands in two of them is one.</summary>
    public IReadOnlyList<ProposedPassage> SensitiveIn(IEnumerable<LeavingText> texts) => WaitingIn(texts);

    /// <summary>Where a text tells something sensitive, whatever was decided about it. Read once, however often it is asked.</summary>
    public IReadOnlyList<SensitivePassage> PassagesOf(string text)
    {
        if (!readings.TryGetValue(text, out var known)) readings[text] = known = SensitivePassages.Of(text, lexicon);
        return known;
    }

    /// <summary>Where a passage stands; empty when nowhere. Loaded with its notes.</summary>
    public IReadOnlyList<MaskPlace> PlacesOf(string passage, bool inStructureName) =>
        [.. MaskableTexts(inStructureName).Where(each => PassageMask.IsIn(each.Text, passage)).Select(each => each.Place).Distinct()];

    /// <summary>
    /// Puts the mark in place of passages in every text of the request, for ever. Loaded with its notes. The stored result of the
    /// matcher, which may quote them, is dropped: <see cref="ReplaceMatching"/> puts that of the masked text in its place.
    /// </summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.MaskPassages"/>, or <see cref="RuleCode.PassageNotFound"/>.</exception>
    public void MaskPassages(MaskOrder order, Author by, DateTimeOffset now)
    {
        Begin(Acts.MaskPassages, by);
        var found = order.Passages.Select(passage => (Text: passage, Places: PlacesOf(passage, order.InStructureName))).ToList();
        if (found.Count == 0 || found.Exists(each => each.Places.Count == 0)) throw new DomainRuleException(RuleCode.PassageNotFound);

        var kinds = PassagesToDecide().ToDictionary(each => each.Key, each => each.Kinds);
        var masked = found.Select(each => new MaskedPassage(each.Places, kinds.GetValueOrDefault(PassageMask.KeyOf(each.Text)), now, by.UserId ?? Guid.Empty, order.KeepsOriginals ? each.Text : null));
        var readers = notes.Where(note => note.Place == MaskPlace.Exchange && order.Passages.Any(passage => PassageMask.IsIn(note.Text, passage))).Select(note => note.ReferralId).Distinct().ToList();
        List<MaskPlace> places = [.. found.SelectMany(each => each.Places).Distinct()];
        Masks = (Masks ?? PassageMasks.None) with { Masked = [.. Masks?.Masked ?? [], .. masked], Left = [.. LeftAfter(order.Passages)] };
        Declared = MaskedDeclaration(order);
        Summary = Summary is null ? null : PassageMask.In(Summary, order.Passages, SummaryLength);
        foreach (var note in notes) note.Mask(order.Passages);
        signalsBeforeMask = [.. SignalCodes];
        Matching = null;

        // An exchange with one actor is read by that one alone.
        var only = readers.Count == 1 && !places.Any(place => place.IsReadByEveryActor) ? readers[0] : null;
        Leave(Acts.MaskPassages, by, now, only, MaskReaders.Of(places));
    }

    /// <summary>Leaves proposed passages as they are, with a written reason: they may reach the actors.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.LeavePassages"/>, <see cref="RuleCode.PassageNotFound"/> or <see cref="RuleCode.ReasonRequired"/>.</exception>
    public void LeavePassages(IReadOnlyList<(string Text, string Reason)> passages, Author by, DateTimeOffset now)
    {
        Begin(Acts.LeavePassages, by);
        if (passages.Count == 0 || passages.Any(passage => PlacesOf(passage.Text, inStructureName: true).Count == 0)) throw new DomainRuleException(RuleCode.PassageNotFound);
        foreach (var (_, reason) in passages) EnsureText(reason);
        var left = passages.Select(passage => new LeftPassage(passage.Text, passage.Reason.Trim(), now, by.UserId ?? Guid.Empty));
        Masks = (Masks ?? PassageMasks.None) with { Left = [.. Masks?.Left ?? [], .. left] };
        Leave(Acts.LeavePassages, by, now);
    }

    /// <summary>
    /// Stores what the matcher says of the masked text, in the act that masked it: no event of its own, whatever the state of the
    /// request. That somebody was in distress, in urgency, or a machine, stays known although the words are gone.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing was masked since the request was read.</exception>
    public void ReplaceMatching(MatchResult result, DateTimeOffset now)
    {
        if (signalsBeforeMask is not { } before) throw new InvalidOperationException("Only masking replaces a matching result: record it otherwise.");
        var known = result.Signals.Select(signal => signal.Code).ToHashSet();
        Matching = result.With(KeptSignals.Where(code => before.Contains(code) && !known.Contains(code)).Select(code => new DetectedSignal(code, "Signal relevé avant qu’un passage soit masqué.")));
        MatchedAt = now;
        signalCodes = [.. Matching.Signals.Select(signal => signal.Code).Distinct()];
        IsUrgent = SignalCodes.Contains(TriageSignals.UrgentDifficulte) || SignalCodes.Contains(TriageSignals.DetressePersonne);
        signalsBeforeMask = null;
    }

    /// <summary>A text with the mark in place of what it would bring to an actor.</summary>
    public string WithoutSensitive(string text) => PassageMask.In(text, SensitiveIn(text).Select(passage => passage.Text), RequestNote.TextLength);

    /// <summary>What is answered to an actor, which reads it at once, tells nobody's name, number or private life.</summary>
    private void EnsureAnswer(string answer)
    {
        EnsureText(answer);
        if (SensitiveIn(answer).Count > 0) throw new DomainRuleException(RuleCode.SensitiveAnswer);
    }

    /// <summary>A summary that an actor reads already may not bring it anything that waits for a decision.</summary>
    private void EnsureSummary(string summary)
    {
        if (referrals.Exists(referral => referral.IsVisibleToPartner) && SensitiveIn([new LeavingText(MaskPlace.Summary, summary)]).Count > 0) throw new DomainRuleException(RuleCode.SensitiveSummary);
    }

    /// <summary>Whether a text names who asks, or tells something sensitive of anybody.</summary>
    private bool NamesSomebody(string text) =>
        PassagesOf(text).Count > 0
        || new[] { Contact.Email, Contact.Phone, Declared.StructureName }.Concat(Contact.Name.Split([' ', '-', '\u00A0'])).Any(word => word is { Length: >= ShortestName } && PassageMask.IsIn(text, word))
        || MaskableTexts(inStructureName: true).SelectMany(each => NamesInside().Matches(each.Text)).Select(match => match.Value).Distinct().Any(name => text.Contains(name, StringComparison.Ordinal) && PassageMask.IsIn(text, name));

    /// <summary>Words in the middle of a sentence that begin with a capital: names, as a rule.</summary>
    [GeneratedRegex(@"(?<=[\p{Ll}\d,;:)»’'][ \u00A0])\p{Lu}[\p{L}’'-]{2,}|(?<=\p{Lu}[\p{L}’'-]{1,40}[ \u00A0])\p{Lu}[\p{L}’'-]{2,}", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex NamesInside();

    private bool IsNothingSensitiveLeft(Referral? referral) =>
        referral is { Status: ReferralStatus.Completed } || WaitingIn(TextsLeavingFor(notes.Where(note => note.ReferralId == referral?.Id))).Count == 0;

    private List<ProposedPassage> WaitingIn(IEnumerable<LeavingText> texts)
    {
        var left = (Masks?.Left ?? []).Select(passage => PassageMask.KeyOf(passage.Text)).ToHashSet();
        return
        [
            .. texts.SelectMany(each => PassagesOf(each.Text).Select(passage => (each.Place, Text: each.Text.Substring(passage.Start, passage.Length), passage.Kinds)))
                .GroupBy(each => PassageMask.KeyOf(each.Text))
                .Where(same => !left.Contains(same.Key))
                .Select(same => new ProposedPassage(same.First().Text, same.Aggregate(SensitiveKinds.None, (kinds, each) => kinds | each.Kinds), [.. same.Select(each => each.Place).Distinct()])),
        ];
    }

    private IEnumerable<LeavingText> TextsLeavingFor(IEnumerable<RequestNote> exchanged) =>
        Texts(inStructureName: false).Concat(exchanged.Where(note => note.Place.IsNoteReadByActors).OrderBy(note => note.At).Select(note => new LeavingText(note.Place, note.Text)));

    private IEnumerable<LeavingText> MaskableTexts(bool inStructureName) => Texts(inStructureName).Concat(notes.Select(note => new LeavingText(note.Place, note.Text)));

    private IEnumerable<LeavingText> Texts(bool inStructureName)
    {
        (MaskPlace Place, string? Text)[] texts =
        [
            (MaskPlace.Title, Declared.Title),
            (MaskPlace.Need, Declared.Need),
            (MaskPlace.AlreadyMet, Declared.AlreadyMetText),
            (MaskPlace.LegalFormDetail, Declared.LegalFormDetail),
            (MaskPlace.StructureName, inStructureName ? Declared.StructureName : null),
            (MaskPlace.Summary, Summary),
        ];
        return texts.Where(each => each.Text is not null).Select(each => new LeavingText(each.Place, each.Text!));
    }

    private Declaration MaskedDeclaration(MaskOrder order)
    {
        return Declared with
        {
            Title = PassageMask.In(Declared.Title, order.Passages),
            Need = PassageMask.In(Declared.Need, order.Passages),
            AlreadyMetText = Masked(Declared.AlreadyMetText),
            LegalFormDetail = Masked(Declared.LegalFormDetail),
            StructureName = order.InStructureName ? Masked(Declared.StructureName) : Declared.StructureName,
        };

        string? Masked(string? text) => text is null ? null : PassageMask.In(text, order.Passages);
    }

    /// <summary>What was left earlier, without the words that are masked now: such a passage stands nowhere any more, or otherwise.</summary>
    private IEnumerable<LeftPassage> LeftAfter(IReadOnlyList<string> masked) => (Masks?.Left ?? [])
        .Select(passage => passage with { Text = PassageMask.In(passage.Text, masked), Reason = PassageMask.In(passage.Reason, masked) })
        .Where(passage => passage.Text != PassageMask.Mark);
}
