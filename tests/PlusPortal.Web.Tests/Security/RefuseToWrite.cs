using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PlusPortal.Web.Tests.Security;

/// <summary>Once switched on, any statement that would change the database fails, however it was made.</summary>
public sealed partial class RefuseToWrite : DbCommandInterceptor
{
    /// <summary>Whether it refuses.</summary>
    public bool IsOn { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Check(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Check(command);
        return base.ReaderExecuting(command, eventData, result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Check(command);
        return base.NonQueryExecuting(command, eventData, result);
    }

    private void Check(DbCommand command)
    {
        if (IsOn && Writing().IsMatch(command.CommandText)) throw new InvalidOperationException("A GET wrote: " + command.CommandText);
    }

    [GeneratedRegex(@"(^|;|\)|\s)\s*(insert into|update|delete from|merge into|truncate|nextval)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Writing();
}
