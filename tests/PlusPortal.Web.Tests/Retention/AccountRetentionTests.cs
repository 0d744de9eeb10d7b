using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Access;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.People;
using PlusPortal.Data.Profile;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Profile;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Retention;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Retention;

/// <summary>Unused accounts: told, then removed, never without having been told, and never the last one of its role.</summary>
public sealed class AccountRetentionTests(PostgresFixture postgres)
{
    private const int NoticeDays = 30;

    private static readonly DateTimeOffset Start = A.Now;
    private static readonly DateTimeOffset Term = Start.AddMonths(24);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Person_is_told_once_thirty_days_before_and_removed_at_the_term()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var id = await world.AccountAsync(Start);
        var told = TellingDay();

        Assert.Equal(0, await world.DoneAtAsync(told.AddDays(-1), RetentionRule.AccountNotices));
        Assert.Equal(1, await world.DoneAtAsync(told, RetentionRule.AccountNotices));
        await world.MailsLeftAsync(told);
        Assert.Equal(0, await world.DoneAtAsync(told.AddDays(1), RetentionRule.AccountNotices));
        Assert.Equal(0, await world.DoneAtAsync(Term.AddDays(-1), RetentionRule.UnusedAccounts));
        Assert.Equal(1, await world.DoneAtAsync(Term.AddDays(1), RetentionRule.UnusedAccounts));
        Assert.Equal(0, await world.DoneAtAsync(Term.AddDays(2), RetentionRule.UnusedAccounts));

        Assert.Single(await world.NoticesAsync(id));
        var person = await world.PersonAsync(id);
        Assert.Equal((true, null, null, null, Term.AddDays(1)), (person.IsDisabled, person.Email, person.NormalizedEmail, person.PasswordHash, person.AnonymisedAt));
        Assert.StartsWith("Compte supprimé ", person.DisplayName, StringComparison.Ordinal);
        await using var db = world.NewContext();
        Assert.Empty(await db.RolesOf(id).ToListAsync(Ct));
        Assert.False(await db.Sessions.AnyAsync(session => session.UserId == id, Ct));
    }

    [Fact]
    public async Task Outage_across_the_term_does_not_skip_the_notice()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var id = await world.AccountAsync(Start);
        var back = Term.AddMonths(3);

        var first = await world.RunAtAsync(back);
        await world.RunAtAsync(back.AddDays(40));
        Assert.Null((await world.PersonAsync(id)).AnonymisedAt);
        await world.MailsLeftAsync(back.AddDays(40));
        var soon = await world.DoneAtAsync(back.AddDays(40 + NoticeDays - 1), RetentionRule.UnusedAccounts);
        var due = await world.DoneAtAsync(back.AddDays(40 + NoticeDays), RetentionRule.UnusedAccounts);

        Assert.Equal((1, false, 0, 1), (first[RetentionRule.AccountNotices], first.ContainsKey(RetentionRule.UnusedAccounts), soon, due));
    }

    [Fact]
    public async Task Notice_that_could_not_leave_removes_nobody()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var id = await world.AccountAsync(Start);
        await world.RunAtAsync(TellingDay());
        await world.MailsLeftAsync(TellingDay(), OutboxState.Dead);

        Assert.Equal(0, await world.DoneAtAsync(Term.AddYears(1), RetentionRule.UnusedAccounts));
        Assert.Null((await world.PersonAsync(id)).AnonymisedAt);
    }

    [Fact]
    public async Task Account_without_access_goes_even_when_its_address_is_dead()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var id = await world.AccountAsync(Start, isDisabled: true);
        await world.RunAtAsync(TellingDay());
        await world.MailsLeftAsync(TellingDay(), OutboxState.Dead);

        Assert.Equal(1, await world.DoneAtAsync(Term.AddDays(1), RetentionRule.UnusedAccounts));
        Assert.NotNull((await world.PersonAsync(id)).AnonymisedAt);
    }

    [Fact]
    public async Task Access_that_plus_gives_back_is_told_anew_and_not_removed_by_the_former_notice()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var id = await world.AccountAsync(Start, isDisabled: true);
        await world.RunAtAsync(TellingDay());
        await world.MailsLeftAsync(TellingDay());
        var restored = Term.AddDays(-1);
        await using (var db = world.NewContext())
        {
            await db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, false), Ct);
            db.Outbox.Enqueue(MailKind.AccessRestored, id, "essai", restored);
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(0, await world.DoneAtAsync(Term.AddDays(1), RetentionRule.UnusedAccounts));
        Assert.Equal(2, (await world.NoticesAsync(id)).Count);
        await world.MailsLeftAsync(Term.AddDays(1));
        Assert.Equal(1, await world.DoneAtAsync(Term.AddDays(1 + NoticeDays), RetentionRule.UnusedAccounts));
    }

    [Fact]
    public async Task Whoever_comes_back_keeps_the_account_and_is_told_again_after_another_silence()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var id = await world.AccountAsync(Start);
        await world.RunAtAsync(TellingDay());
        await world.MailsLeftAsync(TellingDay());
        var back = TellingDay().AddDays(5);
        await UsedAsync(world, id, back);

        Assert.Equal(0, await world.DoneAtAsync(Term.AddDays(1), RetentionRule.UnusedAccounts));
        await world.RunAtAsync(back.AddMonths(24).AddDays(1));
        Assert.Equal(2, (await world.NoticesAsync(id)).Count);
        Assert.Null((await world.PersonAsync(id)).AnonymisedAt);
    }

    [Fact]
    public async Task Page_that_was_looked_at_counts_as_use()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var id = await world.AccountAsync(Start);
        await using (var db = world.NewContext())
        {
            db.Add(new Session { Id = Guid.CreateVersion7(Start), UserId = id, Stamp = "x", StartedAt = Start, LastSeenAt = Start.AddMonths(1), EndsAt = Start.AddMonths(2), Factor = SecondFactor.None, Client = "Essai" });
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(0, await world.DoneAtAsync(Term, RetentionRule.AccountNotices));
        Assert.Equal(1, await world.DoneAtAsync(Term.AddMonths(1), RetentionRule.AccountNotices));
    }

    [Fact]
    public async Task Last_administrator_and_last_manager_are_told_and_kept_and_administrators_hear_of_it()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var offer = A.SupportOffer().Build();
        await world.StoreAsync(offer);
        var administrators = new[] { await world.AccountAsync(Start, PersonRole.Administrator), await world.AccountAsync(Start, PersonRole.Administrator) };
        var manager = await world.AccountAsync(Start, PersonRole.PartnerManager, offer.ActorId);
        var contributor = await world.AccountAsync(Start, PersonRole.Contributor, offer.ActorId);

        var told = await world.RunAtAsync(TellingDay());
        await world.MailsLeftAsync(TellingDay());
        var dry = await world.DryRunAsync();
        var removed = await world.RunAtAsync(Term.AddDays(1));

        Assert.Equal((4, 3), (told[RetentionRule.AccountNotices], told[RetentionRule.KeptAccounts]));
        Assert.Equal(3, dry[RetentionRule.KeptAccounts].Due);
        Assert.Equal(1, removed[RetentionRule.UnusedAccounts]);
        foreach (var kept in administrators.Append(manager)) Assert.Null((await world.PersonAsync(kept)).AnonymisedAt);
        Assert.NotNull((await world.PersonAsync(contributor)).AnonymisedAt);
    }

    [Fact]
    public async Task Administrator_beside_whom_another_works_is_removed()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var unused = await world.AccountAsync(Start, PersonRole.Administrator);
        await world.AccountAsync(Start.AddMonths(20), PersonRole.Administrator);
        await world.RunAtAsync(TellingDay());
        await world.MailsLeftAsync(TellingDay());

        await world.RunAtAsync(Term.AddDays(1));

        Assert.NotNull((await world.PersonAsync(unused)).AnonymisedAt);
    }

    [Fact]
    public async Task Requests_go_back_to_the_team_lists_lose_the_address_and_plus_hears_of_an_actor_without_people()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var offer = A.SupportOffer().Build();
        await world.StoreAsync(offer);
        var staff = await world.AccountAsync(Start);
        var partner = await world.AccountAsync(Start, PersonRole.Contributor, offer.ActorId);
        var email = (await world.PersonAsync(staff)).Email!;
        var request = await world.SentAsync(Start.AddMonths(20));
        await world.ActAsync(request.Id, found => found.Assign(staff, Author.Staff(staff), Start.AddMonths(20)));
        await using (var db = world.NewContext())
        {
            var profile = new PlusProfile();
            db.AddRange(profile.ChangesTo(profile with { StaffAttention = StaffAudience.Of([email, "autre@example.org"]) }, 0, staff, Start));
            db.Add(new FactorReset(Guid.CreateVersion7(Start), staff, staff, Start.AddMonths(20), IdentityCheck.InPerson, $"Rappelée, {email}."));
            db.Add(AddressChange.Ask(staff, email, "nouvelle.canari@example.org", Start));
            db.Add(Invitation.Send(new Member(staff, PersonRole.Administrator, null), new Invited(email, email.ToUpperInvariant(), "Camille Canari", PersonRole.Staff, null), Start));
            await db.SaveChangesAsync(Ct);
        }

        await world.RunAtAsync(TellingDay());
        await world.MailsLeftAsync(TellingDay());
        await world.RunAtAsync(Term.AddDays(1));

        Assert.Null((await world.ReadAsync(request.Id)).AssigneeId);
        await using var after = world.NewContext();
        Assert.Single(await world.MailsAboutAsync(offer.ActorId), MailKind.ActorWithoutPeople);
        Assert.NotNull((await world.PersonAsync(partner)).AnonymisedAt);
        Assert.DoesNotContain(await after.ProfileChanges.ToListAsync(Ct), change => (change.Before + change.After).Contains(email, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("", (await after.FactorResets.SingleAsync(reset => reset.UserId == staff, Ct)).Note);
        Assert.False(await after.AddressChanges.AnyAsync(change => change.UserId == staff, Ct));
        Assert.False(await after.Invitations.AnyAsync(invitation => invitation.Email == email, Ct));
    }

    [Fact]
    public async Task Invitations_and_changes_of_address_that_are_over_go_after_the_same_term()
    {
        await using var world = await RetentionWorld.OpenAsync(postgres);
        var by = new Member(await world.AccountAsync(Start.AddMonths(30), PersonRole.Administrator), PersonRole.Administrator, null);
        var over = Start.AddDays(Invitation.Days);
        await using (var db = world.NewContext())
        {
            db.Add(Invitation.Send(by, new Invited("canari@example.org", "CANARI@EXAMPLE.ORG", "Camille Canari", PersonRole.Staff, null), Start));
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(0, await world.DoneAtAsync(over.AddMonths(24).AddDays(-1), RetentionRule.Invitations));
        Assert.Equal(1, await world.DoneAtAsync(over.AddMonths(24), RetentionRule.Invitations));
        await using var after = world.NewContext();
        Assert.False(await after.Invitations.AnyAsync(Ct));
    }

    /// <summary>The first instant at which the term is no more than thirty days away.</summary>
    private static DateTimeOffset TellingDay() => Term.AddDays(-NoticeDays);

    private static async Task UsedAsync(RetentionWorld world, Guid id, DateTimeOffset at)
    {
        await using var db = world.NewContext();
        await db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(set => set.SetProperty(user => user.LastSignInAt, at), Ct);
    }
}
