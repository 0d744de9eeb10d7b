using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Requests;

/// <summary>Until when a structure may ask to have its request opened again.</summary>
public sealed class ReopeningTests
{
    private static readonly DateOnly End = new(2026, 11, 30);

    [Fact]
    public void For_three_months_the_last_day_included()
    {
        Assert.Equal(new DateOnly(2027, 2, 28), Reopening.Until(ClosingReasons.AbandonStructure, End, End));
        Assert.Equal(new DateOnly(2027, 2, 28), Reopening.Until(ClosingReasons.AucunActeur, End, new DateOnly(2027, 2, 28)));
        Assert.Null(Reopening.Until(ClosingReasons.AucunActeur, End, new DateOnly(2027, 3, 1)));
    }

    [Theory]
    [InlineData(ClosingReasons.Doublon)]
    [InlineData(ClosingReasons.Indesirable)]
    [InlineData(ClosingReasons.EffacementDemande)]
    [InlineData(ClosingReasons.HorsTerritoire)]
    [InlineData(ClosingReasons.HorsPerimetre)]
    [InlineData(null)]
    public void Not_where_there_is_nothing_to_open_again(string? closingReason) => Assert.Null(Reopening.Until(closingReason, End, End));
}
