using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Profile;
using PlusPortal.Domain.Requests.Deadlines;

namespace PlusPortal.Domain.Tests.Profile;

/// <summary>What PLUS decides about itself, and what it may not.</summary>
public sealed class PlusProfileTests
{
    private static readonly Guid Author = Guid.CreateVersion7(A.Now);
    private static readonly PlusProfile Reachable = new() { Phone = "+33383000000", Email = "contact@plus.example.org" };

    [Fact]
    public void A_change_for_each_setting_that_differs_says_both_values_who_and_when()
    {
        var next = Reachable with { Phone = null, UrgentRequest = StaffAudience.Of(["a@plus.example.org", "b@plus.example.org"]) };

        var changes = Reachable.ChangesTo(next, lastNumber: 7, Author, A.Now);

        Assert.Equal(
            [(8, ProfileSetting.Phone, "+33383000000", ""), (9, ProfileSetting.UrgentRequest, "EveryAccount", "Addresses\na@plus.example.org\nb@plus.example.org")],
            changes.Select(change => (change.Number, change.Setting, change.Before, change.After)));
        Assert.All(changes, change => Assert.Equal((Author, A.Now), (change.AuthorId, change.At)));
        Assert.Empty(next.ChangesTo(next with { }, 9, Author, A.Now));
    }

    [Fact]
    public void Every_setting_is_read_again_as_it_was_stored()
    {
        var profile = Reachable.Closing(new(A.Today, A.Today.AddDays(2), "Travaux"), A.Today).Closing(new(A.Today.AddDays(9), A.Today.AddDays(9), "Pont"), A.Today) with
        {
            UrgentRequest = StaffAudience.Of(["a@plus.example.org"]),
            StaffAttention = StaffAudience.Nobody,
        };

        var read = Enum.GetValues<ProfileSetting>().Aggregate(new PlusProfile(), (current, setting) => current.With(setting, profile.ValueOf(setting)));

        Assert.All(Enum.GetValues<ProfileSetting>(), setting => Assert.Equal(profile.ValueOf(setting), read.ValueOf(setting)));
        Assert.Equal(profile.Calendar.Closures, read.Calendar.Closures);
        Assert.Equal(Reachable, Reachable.With(ProfileSetting.Closures, ""));
    }

    [Fact]
    public void The_last_way_to_plus_stays()
    {
        Assert.Equal(RuleCode.LastWayToPlus, Refusal(Reachable, Reachable with { Phone = null, Email = null }));
        Assert.Equal(RuleCode.LastWayToPlus, Refusal(Reachable with { Phone = null }, new PlusProfile()));
        Assert.Single(Reachable.ChangesTo(Reachable with { Email = null }, 0, Author, A.Now));

        // Development has none to lose.
        Assert.Single(new PlusProfile().ChangesTo(new PlusProfile { StaffAttention = StaffAudience.Nobody }, 0, Author, A.Now));
    }

    [Fact]
    public void Somebody_is_always_told_of_an_urgent_request()
    {
        Assert.Equal(RuleCode.UnusableSetting, Refusal(Reachable, Reachable with { UrgentRequest = StaffAudience.Nobody }));
        Assert.Equal(RuleCode.UnusableSetting, Assert.Throws<DomainRuleException>(() => StaffAudience.Of([])).Code);
        Assert.Equal(RuleCode.UnusableSetting, Assert.Throws<DomainRuleException>(() => StaffAudience.Of(Enumerable.Range(0, 21).Select(index => $"a{index}@plus.example.org"))).Code);
        Assert.Equal(20, StaffAudience.Of(Enumerable.Range(0, 20).Append(3).Select(index => $"a{index}@plus.example.org")).Addresses.Count);
    }

    [Fact]
    public void Address_without_an_account_leaves_the_lists_and_a_list_it_was_alone_on_becomes_every_account()
    {
        var profile = Reachable with { UrgentRequest = StaffAudience.Of(["A@plus.example.org", "b@plus.example.org"]), StaffAttention = StaffAudience.Of(["Garde <a@plus.example.org>"]) };

        var left = profile.WithoutTelling("a@plus.example.org");

        Assert.Equal((StaffAudience.Of(["b@plus.example.org"]), StaffAudience.EveryAccount), (left.UrgentRequest, left.StaffAttention));
        Assert.Equal((false, true), (profile.UrgentRequest.NamesOnly("a@plus.example.org"), profile.StaffAttention.NamesOnly("a@plus.example.org")));
        Assert.Equal(profile, profile.WithoutTelling("aa@plus.example.org"));
        Assert.Equal(Reachable with { StaffAttention = StaffAudience.Nobody }, (Reachable with { StaffAttention = StaffAudience.Nobody }).WithoutTelling("a@plus.example.org"));
        Assert.Equal(2, profile.ChangesTo(left, 0, Author, A.Now).Count);
    }

    [Fact]
    public void Changed_address_takes_the_place_of_the_old_one_once()
    {
        var profile = Reachable with { UrgentRequest = StaffAudience.Of(["b@plus.example.org", "A@plus.example.org"]), StaffAttention = StaffAudience.Of(["Garde <a@plus.example.org>", "c@plus.example.org"]) };

        var moved = profile.TellingAt("a@plus.example.org", "c@plus.example.org");

        Assert.Equal(["b@plus.example.org", "c@plus.example.org"], moved.UrgentRequest.Addresses);
        Assert.Equal(["c@plus.example.org"], moved.StaffAttention.Addresses);
        Assert.Equal(Reachable, Reachable.TellingAt("a@plus.example.org", "c@plus.example.org"));
    }

    [Fact]
    public void Each_message_to_the_team_has_its_audience_and_the_others_have_none()
    {
        var profile = Reachable with { StaffAttention = StaffAudience.Nobody };

        Assert.Equal(AudienceKind.EveryAccount, profile.AudienceOf(MailKind.UrgentRequestForStaff).Kind);
        Assert.Equal(AudienceKind.Nobody, profile.AudienceOf(MailKind.StaffAttention).Kind);
        Assert.Equal(AudienceKind.Nobody, profile.AudienceOf(MailKind.ActorWithoutPeople).Kind);
        Assert.Throws<ArgumentOutOfRangeException>(() => profile.AudienceOf(MailKind.RequestClosed));
    }

    [Fact]
    public void Closures_stand_in_the_order_of_the_days_each_once_and_old_ones_go()
    {
        var (late, soon) = (new Closure(A.Today.AddDays(40), A.Today.AddDays(41), "Tard"), new Closure(A.Today, A.Today, "Tôt"));
        var profile = Reachable.Closing(late, A.Today).Closing(soon, A.Today).Closing(late, A.Today);
        Assert.Equal([soon, late], profile.Calendar.Closures);

        Assert.Equal([late], profile.Opening(soon, A.Today).Calendar.Closures);
        Assert.Equal([late], profile.Opening(new(A.Today, A.Today, "Autre"), A.Today.AddDays(PlusProfile.DaysKept + 1)).Calendar.Closures);
    }

    [Fact]
    public void Closure_in_the_past_without_a_label_or_one_too_many_is_refused()
    {
        Assert.Equal(RuleCode.UnusableSetting, Assert.Throws<DomainRuleException>(() => Reachable.Closing(new(A.Today.AddDays(-1), A.Today, "Hier"), A.Today)).Code);
        Assert.Equal(RuleCode.UnusableSetting, Assert.Throws<DomainRuleException>(() => Reachable.Closing(new(A.Today, A.Today, ""), A.Today)).Code);
        var announced = Reachable.Closing(new(A.Today, A.Today.AddDays(1), "Pont"), A.Today);
        Assert.Equal(RuleCode.UnusableSetting, Assert.Throws<DomainRuleException>(() => announced.Closing(new(A.Today, A.Today.AddDays(1), "Autre motif"), A.Today)).Code);
        Assert.Single(announced.Closing(new(A.Today, A.Today.AddDays(1), "Pont"), A.Today).Calendar.Closures);
        var full = Enumerable.Range(0, PlusProfile.MostClosures).Aggregate(Reachable, (profile, index) => profile.Closing(new(A.Today.AddDays(index), A.Today.AddDays(index), "Pont"), A.Today));
        Assert.Equal(RuleCode.UnusableSetting, Assert.Throws<DomainRuleException>(() => full.Closing(new(A.Today.AddDays(99), A.Today.AddDays(99), "De trop"), A.Today)).Code);
    }

    private static RuleCode Refusal(PlusProfile before, PlusProfile next) => Assert.Throws<DomainRuleException>(() => before.ChangesTo(next, 0, Author, A.Now)).Code;
}
