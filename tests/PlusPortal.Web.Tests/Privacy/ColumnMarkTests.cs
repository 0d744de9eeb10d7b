using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using PlusPortal.Data;
using PlusPortal.Data.Privacy;

namespace PlusPortal.Web.Tests.Privacy;

/// <summary>Every column that holds text is marked: of people, of nobody, or both.</summary>
public sealed class ColumnMarkTests
{
    [Fact]
    public void Every_column_of_text_has_one_mark_with_its_reason_and_every_mark_has_a_column()
    {
        var marked = ColumnMarks.All.Select(mark => $"{mark.Table}.{mark.Column}").ToList();

        Assert.Empty(TextColumns().Except(marked));
        Assert.Empty(marked.Except(TextColumns()));
        Assert.Equal(marked.Count, marked.Distinct().Count());
        Assert.All(ColumnMarks.All, mark => Assert.True(mark.Why.Length > 5, $"{mark.Table}.{mark.Column}"));
    }

    [Fact]
    public void Column_without_a_mark_is_seen() => Assert.Contains("request_notes.text", TextColumns());

    /// <summary>Columns of text, of lists of text and of JSON, computed ones included.</summary>
    internal static IReadOnlySet<string> TextColumns()
    {
        var builder = new DbContextOptionsBuilder<PortalDb>();
        builder.UsePortalDatabase("Host=nowhere");
        using var db = new PortalDb(builder.Options);
        return (from table in db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables
                from column in table.Columns
                where IsText(column.StoreType)
                select $"{table.Name}.{column.Name}").ToHashSet();
    }

    private static bool IsText(string type) => type.StartsWith("character", StringComparison.Ordinal) || type.StartsWith("text", StringComparison.Ordinal) || type.StartsWith("json", StringComparison.Ordinal);
}
