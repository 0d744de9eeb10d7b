using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Contacts;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Followers;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Requests.Followers;

/// <summary>Who follows a request, who has it, and what the person corrects.</summary>
public sealed class FollowerTests
{
    [Fact]
    public void Invited_person_follows_once_it_has_joined_and_no_name_stays_after_it_left()
    {
        var request = A.Request().Build().InTriage();
        var invited = request.InviteFollower(" Sacha ", "sacha@example.org", Author.Structure, A.Now)!;
        Assert.True(invited.IsInvitedAt(A.Now.AddDays(RequestFollower.InvitationDays).AddSeconds(-1)));
        Assert.False(invited.IsInvitedAt(A.Now.AddDays(RequestFollower.InvitationDays)));

        request.JoinAsFollower(invited.Id, Author.Follower, A.Now);
        request.JoinAsFollower(invited.Id, Author.Follower, A.Now);
        Assert.True(invited.IsFollowing);
        Assert.Equal("Sacha", invited.Name);

        request.LeaveAsFollower(invited.Id, Author.Follower, A.Now);
        request.RemoveFollower(invited.Id, Author.Structure, A.Now);
        Assert.Equal((false, null, ""), (invited.IsFollowing, invited.Name, invited.Email));
        Assert.Equal([EventKind.FollowerInvited, EventKind.FollowerJoined, EventKind.FollowerLeft], request.Timeline.Select(entry => entry.Kind).TakeLast(3));
        Assert.All(request.Timeline.TakeLast(2), entry => Assert.Equal((AuthorKind.Structure, Channel.FollowerPage, null), (entry.AuthorKind, entry.Channel, entry.AuthorId)));
    }

    [Fact]
    public void One_address_is_invited_once_and_anew_when_its_invitation_is_asked_again()
    {
        var request = A.Request().Build().InTriage();
        var first = request.InviteFollower(null, "sacha@example.org", Author.Structure, A.Now)!;

        var again = request.InviteFollower(null, "SACHA@example.org", Author.Structure, A.Now.AddDays(8));

        Assert.Same(first, again);
        Assert.True(first.IsInvitedAt(A.Now.AddDays(9)));
        Assert.Single(request.Timeline, entry => entry.Kind == EventKind.FollowerInvited);
        request.JoinAsFollower(first.Id, Author.Follower, A.Now.AddDays(9));
        Assert.Null(request.InviteFollower(null, "sacha@example.org", Author.Structure, A.Now.AddDays(9)));
        Assert.Equal(RuleCode.AlreadyDone, Assert.Throws<DomainRuleException>(() => request.InviteFollower(null, request.Contact.Email.ToUpperInvariant(), Author.Structure, A.Now)).Code);
    }

    [Fact]
    public void Full_bench_lets_a_known_address_be_invited_anew_and_nobody_else()
    {
        var request = A.Request().Build().InTriage();
        for (var count = 0; count < RequestFollower.MostPerRequest; count++) request.InviteFollower(null, $"p{count}@example.org", Author.Structure, A.Now);

        Assert.NotNull(request.InviteFollower(null, "p0@example.org", Author.Structure, A.Now));
        Assert.Equal(RuleCode.TooManyFollowers, Assert.Throws<DomainRuleException>(() => request.InviteFollower(null, "p9@example.org", Author.Structure, A.Now)).Code);
        request.RemoveFollower(request.Followers[0].Id, Author.Structure, A.Now);
        Assert.NotNull(request.InviteFollower(null, "p9@example.org", Author.Structure, A.Now));
    }

    [Fact]
    public void Too_late_withdrawn_and_unknown_invitations_are_refused()
    {
        var request = A.Request().Build().InTriage();
        var late = request.InviteFollower(null, "tard@example.org", Author.Structure, A.Now)!;
        var withdrawn = request.InviteFollower(null, "retiree@example.org", Author.Structure, A.Now)!;
        request.RemoveFollower(withdrawn.Id, Author.Structure, A.Now);

        Assert.Equal(RuleCode.FollowerGone, Refusal(() => request.JoinAsFollower(late.Id, Author.Follower, A.Now.AddDays(7))));
        Assert.Equal(RuleCode.FollowerGone, Refusal(() => request.JoinAsFollower(withdrawn.Id, Author.Follower, A.Now)));
        Assert.Equal(RuleCode.FollowerGone, Refusal(() => request.JoinAsFollower(Guid.Empty, Author.Follower, A.Now)));
    }

    [Fact]
    public void Whoever_was_invited_acts_on_the_request_and_on_nothing_of_the_person()
    {
        var request = A.Request().Build().InTriage();

        foreach (var act in new[] { Acts.InviteFollower, Acts.RemoveFollower, Acts.CorrectContact, Acts.ChangeAddress }) Assert.Equal(RuleCode.NotAllowedForRole, request.RefusalFor(act, Author.Follower));
        foreach (var act in new[] { Acts.AddInformation, Acts.Withdraw }) Assert.Null(request.RefusalFor(act, Author.Follower));
    }

    [Fact]
    public void Person_corrects_how_to_reach_it_and_the_same_again_leaves_nothing()
    {
        var request = A.Request().Build();
        var correction = new ContactCorrection("Dominique Autre", "0383000000", ContactChannels.Telephone, ContactSlots.Matin);

        request.CorrectContact(correction, Author.Structure, A.Now);
        request.CorrectContact(correction, Author.Structure, A.Now);

        Assert.Equal(("Dominique Autre", "0383000000", "telephone", "matin"), (request.Contact.Name, request.Contact.Phone, request.Contact.Channel, request.Contact.Slot));
        Assert.Single(request.Timeline, entry => entry.Kind == EventKind.ContactCorrected);
        Assert.Equal(RuleCode.UnknownCode, Refusal(() => request.CorrectContact(correction with { Phone = null }, Author.Structure, A.Now)));
        Assert.Equal(RuleCode.UnknownCode, Refusal(() => request.CorrectContact(correction with { Channel = "pigeon" }, Author.Structure, A.Now)));
        Assert.Equal(RuleCode.ReasonRequired, Refusal(() => request.CorrectContact(correction with { Name = " " }, Author.Structure, A.Now)));
    }

    [Fact]
    public void Other_address_takes_its_place_once_proven_in_time_and_never_again()
    {
        var request = A.Request().Build();
        var change = ContactAddressChange.Ask(request.Id, "nouvelle@example.org", A.Now);
        Assert.Equal(RuleCode.AddressChangeOver, Refusal(() => request.ChangeAddress(ContactAddressChange.Ask(Guid.CreateVersion7(), "x@example.org", A.Now), Author.Structure, A.Now)));
        Assert.Equal(RuleCode.AddressChangeOver, Refusal(() => request.ChangeAddress(change, Author.Structure, A.Now.AddHours(ContactAddressChange.Hours))));

        request.ChangeAddress(change, Author.Structure, A.Now.AddHours(1));

        Assert.Equal(("nouvelle@example.org", A.Now.AddHours(1), ""), (request.Contact.Email, request.AddressProvenAt, change.Email));
        Assert.Equal(RuleCode.AddressChangeOver, Refusal(() => request.ChangeAddress(change, Author.Structure, A.Now.AddHours(1))));
    }

    [Theory]
    [InlineData(true, "suit@example.org")]
    [InlineData(false, "")]
    public void Handed_over_request_forgets_the_person_before_and_keeps_its_followers_by_choice(bool keeps, string follower)
    {
        var request = A.Request().From(contact => contact with { Phone = "0383000000", Channel = ContactChannels.Telephone, Slot = ContactSlots.Soir }).Build().InTriage();
        var invited = request.InviteFollower("Suit", "suit@example.org", Author.Structure, A.Now)!;
        var successor = request.InviteFollower("Suite", "suite@example.org", Author.Structure, A.Now)!;

        request.HandOver(new NewPerson("Nouvelle Personne", "suite@example.org", null), keeps, IdentityChecks.Courrier, "Départ en retraite.", A.Staff(), A.Now);

        Assert.Equal(new Contact { Name = "Nouvelle Personne", Email = "suite@example.org", Phone = null, Channel = ContactChannels.Courriel }, request.Contact);
        Assert.Null(request.AddressProvenAt);
        Assert.Equal((follower, ""), (invited.Email, successor.Email));
        Assert.Equal((EventKind.HandedOver, IdentityChecks.Courrier), (request.Timeline[^1].Kind, request.Timeline[^1].ReasonCode));
        Assert.Equal(NoteKind.Reason, request.Notes[^1].Kind);
        Assert.Equal(RuleCode.AlreadyDone, Refusal(() => request.HandOver(new NewPerson("N", "SUITE@example.org", null), keeps, IdentityChecks.Courrier, "Départ.", A.Staff(), A.Now)));
        Assert.Equal(RuleCode.UnknownCode, Refusal(() => request.HandOver(new NewPerson("N", "z@example.org", null), keeps, "devine", "Départ.", A.Staff(), A.Now)));
        Assert.Equal(RuleCode.ReasonRequired, Refusal(() => request.HandOver(new NewPerson("N", "z@example.org", null), keeps, IdentityChecks.Courrier, " ", A.Staff(), A.Now)));
    }

    [Fact]
    public void Added_text_reaches_actors_once_staff_let_it_and_never_with_a_passage_that_waits()
    {
        var request = A.Request().Build();
        request.Sending(A.SupportOffer().Build());
        request.AddInformation("Notre trésorière, Mme Paulette Schmitt, ne répond plus.", Author.Structure, A.Now);
        request.AddInformation("Notre trésorière, Mme Paulette Schmitt, ne répond plus. ", Author.Structure, A.Now);
        Assert.Single(request.Notes, note => note.Kind == NoteKind.InformationAdded);
        Assert.DoesNotContain(request.TextsThatLeave(), text => text.Text.Contains("Schmitt", StringComparison.Ordinal));

        Assert.Equal(RuleCode.SensitivePassageLeft, Refusal(() => request.ShareInformation(A.Staff(), A.Now)));
        request.MaskPassages(new() { Passages = ["Mme Paulette Schmitt"] }, A.Staff(), A.Now);
        Assert.Equal("structure", request.Timeline[^1].ReasonCode);
        request.ShareInformation(A.Staff(), A.Now);

        Assert.Contains(request.TextsThatLeave(), text => text.Text.Contains("[passage masqué]", StringComparison.Ordinal));
        Assert.NotNull(request.Notes.Single(note => note.Kind == NoteKind.InformationAdded).SharedAt);
        Assert.Equal(RuleCode.AlreadyDone, Refusal(() => request.ShareInformation(A.Staff(), A.Now)));
    }

    [Fact]
    public void Nothing_of_followers_stays_in_an_anonymous_request()
    {
        var request = A.Request().Build().InTriage();
        request.InviteFollower("Suit", "suit@example.org", Author.Structure, A.Now);
        request.Close(ClosingReasons.EffacementDemande, null, null, Author.Structure, A.Now, A.Day);

        request.Anonymise(Author.Structure, A.Now);

        Assert.Empty(request.Followers);
        Assert.Null(request.PrecededById);
    }

    [Theory]
    [InlineData("2026-11-29T20:00:00", "2026-11-30")]
    [InlineData("2026-11-30T10:00:00", "2026-11-30")]
    [InlineData("2026-11-30T16:30:00", "2026-12-01")]
    [InlineData("2026-11-27T18:30:00", "2026-11-30")]
    public void Silence_is_due_on_the_next_day_on_which_PLUS_is_there(string now, string due)
    {
        var request = A.Request().Build();
        request.AcceptedBy(A.SupportOffer().Build());
        var today = Domain.Requests.Deadlines.PlusDay.At(DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture), Domain.Requests.Deadlines.PlusCalendar.Usual);

        request.ReportNotCalledBack(null, Author.Structure, A.Now, today);
        var events = request.Timeline.Count;
        request.ReportNotCalledBack(null, Author.Structure, A.Now, today);

        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), request.NextDueOn);
        Assert.Equal(events, request.Timeline.Count);
    }

    private static RuleCode Refusal(Action act) => Assert.Throws<DomainRuleException>(act).Code;
}
