using PlusPortal.Domain.People;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Domain.Tests.People;

/// <summary>The life of an invitation.</summary>
public sealed class InvitationTests
{
    private static readonly Guid Actor = Guid.NewGuid();
    private static readonly Member Manager = new(Guid.NewGuid(), PersonRole.PartnerManager, Actor);
    private static readonly Member Stranger = new(Guid.NewGuid(), PersonRole.PartnerManager, Guid.NewGuid());

    [Fact]
    public void It_is_open_for_fourteen_days()
    {
        var invitation = Sent();

        Assert.Equal(InvitationState.Open, invitation.StateAt(A.Now.AddDays(14).AddSeconds(-1)));
        Assert.Equal(InvitationState.Expired, invitation.StateAt(A.Now.AddDays(14)));
        Rule(() => invitation.Accept(A.Now.AddDays(14)));
    }

    [Fact]
    public void Sent_again_it_has_fourteen_new_days_even_when_they_were_over()
    {
        var invitation = Sent();

        invitation.SendAgain(Manager, A.Now.AddDays(20));

        Assert.Equal((A.Now.AddDays(34), 2, A.Now), (invitation.ExpiresAt, invitation.SentCount, invitation.InvitedAt));
        Assert.Equal(InvitationState.Open, invitation.StateAt(A.Now.AddDays(21)));
    }

    [Fact]
    public void Accepted_it_is_over()
    {
        var invitation = Sent();

        invitation.Accept(A.Now);

        Assert.Equal(InvitationState.Accepted, invitation.StateAt(A.Now.AddDays(30)));
        Rule(() => invitation.Accept(A.Now));
        Rule(() => invitation.SendAgain(Manager, A.Now));
        Rule(() => invitation.Withdraw(Manager, A.Now));
    }

    [Fact]
    public void Withdrawn_it_is_over()
    {
        var invitation = Sent();

        invitation.Withdraw(Manager, A.Now);

        Assert.Equal(InvitationState.Withdrawn, invitation.StateAt(A.Now));
        Rule(() => invitation.Accept(A.Now));
        Rule(() => invitation.SendAgain(Manager, A.Now));
    }

    [Fact]
    public void Those_who_may_not_give_the_role_neither_send_nor_withdraw()
    {
        Rule(() => Invitation.Send(Stranger, Person, A.Now), RuleCode.NotAllowedForRole);
        Rule(() => Sent().SendAgain(Stranger, A.Now), RuleCode.NotAllowedForRole);
        Rule(() => Sent().Withdraw(Stranger, A.Now), RuleCode.NotAllowedForRole);
    }

    private static Invited Person => new("a@example.org", "A@EXAMPLE.ORG", "Alix Inventée", PersonRole.Contributor, Actor);

    private static Invitation Sent() => Invitation.Send(Manager, Person, A.Now);

    private static void Rule(Action act, RuleCode code = RuleCode.InvitationOver) => Assert.Equal(code, Assert.Throws<DomainRuleException>(act).Code);
}
