using PlusPortal.Domain.People;
using static PlusPortal.Domain.People.PersonRole;

namespace PlusPortal.Domain.Tests.People;

/// <summary>Who looks after whom, role by role.</summary>
public sealed class PeopleRulesTests
{
    private static readonly Guid Own = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();

    public static TheoryData<PersonRole, string> Given { get; } = new()
    {
        { Administrator, "PLUS: Administrator Staff Observer; own: PartnerManager Contributor; other: PartnerManager Contributor" },
        { Staff, "PLUS: ; own: PartnerManager Contributor; other: PartnerManager Contributor" },
        { Observer, "PLUS: ; own: ; other: " },
        { PartnerManager, "PLUS: ; own: PartnerManager Contributor; other: " },
        { Contributor, "PLUS: ; own: ; other: " },
    };

    [Theory]
    [MemberData(nameof(Given))]
    public void Each_role_gives_the_roles_that_are_its_own_to_give(PersonRole role, string expected)
    {
        var member = A(role);

        Assert.Equal(expected, $"PLUS: {Words(member.RolesToGive(null))}; own: {Words(member.RolesToGive(Own))}; other: {Words(member.RolesToGive(Other))}");
    }

    [Fact]
    public void Role_that_is_not_ones_own_to_give_is_refused()
    {
        A(PartnerManager).CheckMayGive(Contributor, Own);

        Rule(RuleCode.NotAllowedForRole, () => A(PartnerManager).CheckMayGive(Contributor, Other));
        Rule(RuleCode.NotAllowedForRole, () => A(PartnerManager).CheckMayGive(Staff, Own));
        Rule(RuleCode.NotAllowedForRole, () => A(Administrator).CheckMayGive(Staff, Own));
        Rule(RuleCode.NotAllowedForRole, () => A(Administrator).CheckMayGive(PartnerManager, null));
        Rule(RuleCode.NotAllowedForRole, () => A(Staff).CheckMayGive(Staff, null));
    }

    [Fact]
    public void Nobody_changes_oneself_nor_people_one_does_not_look_after()
    {
        var manager = A(PartnerManager);

        Assert.True(manager.MayChange(new Member(Guid.NewGuid(), PartnerManager, Own)));
        Assert.False(manager.MayChange(manager));
        Assert.False(manager.MayChange(new Member(Guid.NewGuid(), Contributor, Other)));
        Assert.False(manager.MayChange(A(Staff)));
        Assert.True(A(Staff).MayChange(manager));
        Assert.False(A(Staff).MayChange(A(Staff)));
        Rule(RuleCode.NotAllowedForRole, () => A(Staff).CheckMayChange(A(Administrator)));
    }

    [Fact]
    public void Plus_alone_gives_an_access_back()
    {
        Assert.True(A(Administrator).MayRestore(A(Staff)));
        Assert.True(A(Staff).MayRestore(A(Contributor)));
        Assert.False(A(Staff).MayRestore(A(Observer)));
        Assert.False(A(PartnerManager).MayRestore(A(Contributor)));
        Rule(RuleCode.NotAllowedForRole, () => A(PartnerManager).CheckMayRestore(A(Contributor)));
    }

    [Fact]
    public void Administrators_alone_take_the_second_factor_of_others_away()
    {
        var administrator = A(Administrator);

        Assert.True(administrator.MayResetFactorOf(A(PartnerManager)));
        Assert.False(administrator.MayResetFactorOf(administrator));
        Assert.False(A(Staff).MayResetFactorOf(A(Contributor)));
        Assert.False(A(PartnerManager).MayResetFactorOf(A(Contributor)));
    }

    [Theory]
    [InlineData(Administrator, Administrator, 0, 0, RuleCode.LastAdministrator)]
    [InlineData(Administrator, Administrator, 0, 1, RuleCode.LastAdministrator)]
    [InlineData(Administrator, Administrator, 1, 0, null)]
    [InlineData(PartnerManager, PartnerManager, 0, 1, RuleCode.LastManager)]
    [InlineData(PartnerManager, PartnerManager, 1, 0, null)]
    [InlineData(PartnerManager, Staff, 0, 0, RuleCode.LastManager)]
    [InlineData(PartnerManager, Staff, 0, 1, null)]
    [InlineData(PartnerManager, Staff, 1, 0, null)]
    [InlineData(Contributor, PartnerManager, 0, 0, null)]
    [InlineData(Staff, Administrator, 0, 0, null)]
    public void The_last_of_those_who_look_after_others_stays_until_another_is_named(PersonRole leaving, PersonRole by, int others, int invited, RuleCode? expected)
    {
        void Leave() => A(leaving).CheckMayGoWithout(A(by), others, invited);

        if (expected is { } code) Rule(code, Leave);
        else Leave();
    }

    private static Member A(PersonRole role) => new(Guid.NewGuid(), role, role.IsPartner ? Own : null);

    private static string Words(IEnumerable<PersonRole> roles) => string.Join(' ', roles);

    private static void Rule(RuleCode code, Action act) => Assert.Equal(code, Assert.Throws<DomainRuleException>(act).Code);
}
