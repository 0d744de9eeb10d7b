using System.Text.RegularExpressions;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Dev.Situations;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Tests.Situations;

/// <summary>Walks every cell of the matrix of situations, on a working day, on a Sunday and when PLUS has left.</summary>
public sealed partial class SituationMatrixTests
{
    private const string NothingToDo = "Vous n’avez rien à faire";

    private static readonly PlusDay Tuesday = new(new DateOnly(2026, 3, 3), PlusCalendar.Usual);
    private static readonly PlusDay Sunday = new(new DateOnly(2026, 3, 1), PlusCalendar.Usual);
    private static readonly PlusDay Evening = new(new DateOnly(2026, 3, 6), PlusCalendar.Usual, IsNearlyOver: true);

    public static TheoryData<string> Days => ["mardi", "dimanche", "vendredi soir"];

    [Theory]
    [MemberData(nameof(Days))]
    public void Every_cell_is_a_clean_sentence(string day)
    {
        foreach (var line in SituationMatrix.On(On(day)))
        {
            foreach (var cell in CellsOf(line))
            {
                Assert.False(string.IsNullOrWhiteSpace(cell), Where(line, cell));
                Assert.True(cell.EndsWith('.'), Where(line, cell));
                Assert.False(Untidy.IsMatch(cell), Where(line, cell));
                Assert.False(RawCode.IsMatch(cell), Where(line, cell));
                Assert.True(char.IsUpper(cell[0]), Where(line, cell));
                Assert.DoesNotContain("l’acteur demande", cell, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Nobody_is_told_to_do_nothing_beside_something_to_do(string day)
    {
        foreach (var line in SituationMatrix.On(On(day)))
        {
            if (line.Situation.WaitsFor == WaitsFor.Structure || line.Facts.AddressIsUnproven || line.Facts.StructureHasToAct)
                Assert.False(line.Sentences.ForStructure.Contains(NothingToDo, StringComparison.Ordinal), Where(line, line.Sentences.ForStructure));
            if (line.Facts.AddressIsUnproven && line.Situation.Kind != SituationKind.Ended)
                Assert.StartsWith("Confirmez votre adresse", line.Sentences.ForStructure, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void A_day_ahead_is_said_and_a_day_gone_is_not(string day)
    {
        var today = On(day);
        foreach (var line in SituationMatrix.On(today).Where(line => line.Situation.DueOn is not null))
        {
            var due = line.Situation.DueOn!.Value;
            foreach (var cell in new[] { line.Sentences.ForStructure, line.Sentences.ForStaff })
            {
                if (due > today.Date) Assert.True(cell.Contains(due.InWords, StringComparison.Ordinal), Where(line, cell));
                if (due < today.Date) Assert.False(cell.Contains(due.InWords, StringComparison.Ordinal), Where(line, cell));
                Assert.False(line.Situation.WaitsFor == WaitsFor.Plus && cell.Contains("dimanche", StringComparison.Ordinal), Where(line, cell));
            }
        }
    }

    [Fact]
    public void Every_kind_every_task_and_every_end_has_its_words()
    {
        var lines = SituationMatrix.On(Tuesday);
        Assert.Equal(Enum.GetValues<SituationKind>(), lines.Select(line => line.Situation.Kind).Distinct());
        Assert.Equal(Enum.GetValues<StaffTask>(), lines.Where(line => line.Situation.Kind == SituationKind.Task).Select(line => line.Facts.Task!.Value).Distinct());
        Assert.Equal(ClosingReasons.All.Select(reason => reason.Code), lines.Where(line => line.Situation.Kind == SituationKind.Ended).Select(line => line.Facts.ClosingReason!).Distinct());
        Assert.All(lines, line => Assert.NotEmpty(line.Mails));
    }

    [Fact]
    public void The_promised_call_of_an_urgent_request_stays()
    {
        SituationKind[] kinds = [SituationKind.FirstLook, SituationKind.Searching, SituationKind.SearchingAgain, SituationKind.ToSend];
        foreach (var line in SituationMatrix.On(Tuesday).Where(line => line.Facts.IsUrgent && kinds.Contains(line.Situation.Kind)))
            Assert.Contains(line.Facts.Channel == ContactChannels.Courriel ? "vous écrit" : "vous appelle", line.Sentences.ForStructure, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_is_promised_a_call_or_a_message_is_called_or_written_to_by_staff()
    {
        SituationKind[] kinds = [SituationKind.FirstLook, SituationKind.Searching, SituationKind.SearchingAgain, SituationKind.ToSend];
        foreach (var line in SituationMatrix.On(Tuesday).Where(line => (line.Facts.IsUrgent && kinds.Contains(line.Situation.Kind)) || line.Facts.Task == StaffTask.CallStructure))
        {
            var verb = line.Facts.Channel == ContactChannels.Courriel ? "écrivez à la personne" : "appelez la personne";
            Assert.True(line.Sentences.ForStaff.Contains(verb, StringComparison.OrdinalIgnoreCase), Where(line, line.Sentences.ForStaff));
        }
    }

    [Fact]
    public void Nobody_who_knows_is_said_to_be_told_later()
    {
        foreach (var line in SituationMatrix.On(Tuesday).Where(line => line.Facts is { AddressIsUnproven: true, WasTold: true }))
        {
            Assert.False(line.Sentences.ForStructure.Contains("aucun interlocuteur n’est prévenu", StringComparison.Ordinal), Where(line, line.Sentences.ForStructure));
            Assert.False(line.Sentences.ForStaff.Contains("aucun acteur n’est prévenu", StringComparison.Ordinal), Where(line, line.Sentences.ForStaff));
        }
    }

    [Fact]
    public void A_wait_of_the_structure_that_has_passed_ends_no_later_day()
    {
        foreach (var line in SituationMatrix.On(Tuesday).Where(line => line.Situation.WaitsFor == WaitsFor.Structure && line.Situation.DueOn < Tuesday.Date))
            Assert.False(line.Sentences.ForStaff.Contains("d’ici là", StringComparison.Ordinal), Where(line, line.Sentences.ForStaff));
    }

    private static PlusDay On(string day) => day switch { "mardi" => Tuesday, "dimanche" => Sunday, _ => Evening };

    private static string[] CellsOf(SituationCase line) => [line.Sentences.ForStructure, line.Sentences.ForStaff, line.Sentences.ForActor];

    private static string Where(SituationCase line, string cell) => $"{line.Situation.Kind}, {line.Name}: {cell}";

    [GeneratedRegex(@"\.\.|,\.|,,|  | ,| \.|: *\.|:\S|[?!;:]\.|\.[A-ZÀ-Ý]|''|[^\u00A0][?!;:]|'")]
    private static partial Regex Untidy { get; }

    [GeneratedRegex(@"[a-z]+-[a-z]+-[a-z]+-[a-z]+|aide-apportee|[A-Z][a-z]+[A-Z]")]
    private static partial Regex RawCode { get; }
}
