using PlusPortal.Domain.Requests.Contacts;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Followers;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Requests;

// What the person changes by itself from its page, and to whom staff give the request when that person has left.
public sealed partial class OrientationRequest
{
    /// <summary>Request from whose tracking page it was begun, which the same person sent; null for the others.</summary>
    public Guid? PrecededById { get; private set; }

    /// <summary>What the structure added that no actor reads so far. Loaded with its notes.</summary>
    internal IEnumerable<RequestNote> InformationToShare => notes.Where(note => note is { Kind: NoteKind.InformationAdded, SharedAt: null });

    /// <summary>Forgets which request it follows on: that one is anonymous from now on, and this one would tell whose it was.</summary>
    public void ForgetPreceding() => PrecededById = null;

    /// <summary>The structure adds something that it was not asked. PLUS reads it; actors only once staff let them. The same text again, as by a second click, changes nothing.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.AddInformation"/>, or <see cref="RuleCode.ReasonRequired"/> when it is empty.</exception>
    public void AddInformation(string text, Author by, DateTimeOffset now)
    {
        Begin(Acts.AddInformation, by);
        if (notes.Where(note => note.Kind == NoteKind.InformationAdded).MaxBy(note => (note.At, note.Id)) is { } last && last.Text == text.Trim()) return;
        Write(Acts.AddInformation, text, by, now);
        Leave(Acts.AddInformation, by, now);
    }

    /// <summary>Lets the actors that have the request, or will, read what the structure added. Loaded with its notes.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.ShareInformation"/>, or <see cref="RuleCode.SensitivePassageLeft"/> while a passage of it is neither masked nor left with a reason.</exception>
    public void ShareInformation(Author by, DateTimeOffset now)
    {
        Begin(Acts.ShareInformation, by);
        var added = InformationToShare.ToList();
        if (SensitiveIn(added.Select(note => new LeavingText(MaskPlace.Information, note.Text))).Count > 0) throw new DomainRuleException(RuleCode.SensitivePassageLeft);
        foreach (var note in added) note.Share(now);
        Leave(Acts.ShareInformation, by, now);
    }

    /// <summary>The person corrects how to reach it, its address excepted. Does nothing when nothing differs.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.CorrectContact"/>, <see cref="RuleCode.ReasonRequired"/> without a name, or <see cref="RuleCode.UnknownCode"/>: also for the telephone without a number.</exception>
    public void CorrectContact(ContactCorrection correction, Author by, DateTimeOffset now)
    {
        Begin(Acts.CorrectContact, by);
        EnsureText(correction.Name);
        if (!ContactChannels.All.Contains(correction.Channel) || (correction.Slot is not null && !ContactSlots.All.Contains(correction.Slot))) throw new DomainRuleException(RuleCode.UnknownCode);
        if (correction is { Channel: ContactChannels.Telephone, Phone: null }) throw new DomainRuleException(RuleCode.UnknownCode);
        var corrected = Contact with { Name = correction.Name.Trim(), Phone = correction.Phone, Channel = correction.Channel, Slot = correction.Slot };
        if (corrected == Contact) return;
        Contact = corrected;
        Leave(Acts.CorrectContact, by, now);
    }

    /// <summary>The address that the person typed is proven: it takes the place of the former one, whose links open nothing any more.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.ChangeAddress"/>, or <see cref="RuleCode.AddressChangeOver"/>.</exception>
    public void ChangeAddress(ContactAddressChange change, Author by, DateTimeOffset now)
    {
        Begin(Acts.ChangeAddress, by);
        if (change.RequestId != Id || !change.IsWaitingAt(now)) throw new DomainRuleException(RuleCode.AddressChangeOver);
        Contact = Contact with { Email = change.Email };
        AddressProvenAt = now;
        change.End(now);
        EndFollowersAt(Contact.Email, now);
        Leave(Acts.ChangeAddress, by, now);
    }

    /// <summary>Gives the request to another person of the structure. Its address is to be proven; what was known of the former one goes. Loaded with its followers.</summary>
    /// <param name="to">The other person.</param>
    /// <param name="keepsFollowers">Whether those who were invited go on following.</param>
    /// <param name="identityCheck">Code of <see cref="IdentityChecks"/>: how staff knew that the structure wants it.</param>
    /// <param name="reason">Why, for the team.</param>
    /// <param name="by">Member of staff.</param>
    /// <param name="now">Current time.</param>
    /// <exception cref="DomainRuleException">As <see cref="Acts.HandOver"/>, <see cref="RuleCode.UnknownCode"/>, <see cref="RuleCode.ReasonRequired"/>, or <see cref="RuleCode.AlreadyDone"/> for the address that is recorded.</exception>
    public void HandOver(NewPerson to, bool keepsFollowers, string identityCheck, string reason, Author by, DateTimeOffset now)
    {
        Begin(Acts.HandOver, by);
        EnsureIdentityChecked(identityCheck, by);
        EnsureText(to.Name);
        EnsureText(reason);
        if (IsSameAddress(Contact.Email, to.Email)) throw new DomainRuleException(RuleCode.AlreadyDone);
        Contact = new Contact { Name = to.Name.Trim(), Email = to.Email, Phone = to.Phone, Channel = to.Phone is null ? ContactChannels.Courriel : Contact.Channel };
        AddressProvenAt = null;
        if (keepsFollowers) EndFollowersAt(to.Email, now);
        else foreach (var follower in followers.Where(follower => follower.EndedAt is null)) follower.End(now);
        Write(Acts.HandOver, reason, by, now);
        Leave(Acts.HandOver, by, now, reasonCode: identityCheck);
    }

    /// <summary>Whoever has the request now needs no link beside.</summary>
    private void EndFollowersAt(string email, DateTimeOffset now)
    {
        foreach (var same in followers.Where(follower => follower.EndedAt is null && IsSameAddress(follower.Email, email))) same.End(now);
    }
}

/// <summary>How to reach the person, its address excepted.</summary>
/// <param name="Name">First and last name.</param>
/// <param name="Phone">Telephone; required when it is preferred.</param>
/// <param name="Channel">Code of <see cref="ContactChannels"/>.</param>
/// <param name="Slot">Code of <see cref="ContactSlots"/>; null when not said.</param>
public sealed record ContactCorrection(string Name, string? Phone, string Channel, string? Slot);

/// <summary>The other person of the structure to whom staff give the request.</summary>
/// <param name="Name">First and last name.</param>
/// <param name="Email">Address, to be proven.</param>
/// <param name="Phone">Telephone; null when not known: then it is reached by e-mail.</param>
public sealed record NewPerson(string Name, string Email, string? Phone);
