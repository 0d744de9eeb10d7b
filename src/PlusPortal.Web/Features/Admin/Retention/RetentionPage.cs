using PlusPortal.Data.Retention;
using PlusPortal.Domain.Retention;
using PlusPortal.Web.Retention;

namespace PlusPortal.Web.Features.Admin.Retention;

/// <summary>One line of what is kept how long.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Term">For how long, in words.</param>
/// <param name="Due">How many are past their term: what a run would do now.</param>
/// <param name="Soon">How many more will be within thirty days.</param>
public sealed record RetentionRow(RetentionRule Rule, string Term, int Due, int Soon);

/// <summary>An account that stays although nobody uses it.</summary>
/// <param name="Name">Of the person.</param>
/// <param name="Address">Of its page.</param>
/// <param name="Of">The actor that it manages; null for an administrator of PLUS.</param>
public sealed record KeptAccount(string Name, string Address, string? Of);

/// <summary>What is kept how long, what is due, and what was done.</summary>
/// <param name="Rows">In the order of the rules.</param>
/// <param name="Kept">Accounts that stay although nobody uses them.</param>
/// <param name="Differences">Settings of this server that say something else.</param>
/// <param name="Reports">What runs did, the newest first.</param>
/// <param name="Next">Cursor of the reports before; null when there are none.</param>
/// <param name="LastRun">Number of the last run, which the button sends along; zero before the first.</param>
/// <param name="IsRunning">Whether it runs now, somewhere.</param>
public sealed record RetentionPage(
    IReadOnlyList<RetentionRow> Rows, IReadOnlyList<KeptAccount> Kept, IReadOnlyList<RetentionDifference> Differences, IReadOnlyList<RetentionReport> Reports, string? Next, int LastRun, bool IsRunning);
