using PlusPortal.Domain.Retention;

namespace PlusPortal.Web.Retention;

/// <summary>The lines, by rule. Drafts have a job of their own, every hour; accounts that are kept are not acted on.</summary>
public static class RetentionLines
{
    /// <summary>Those that the job applies, in order: what deletes before what only changes, requests before the audit that follows them, a notice long before what it announces.</summary>
    public static IReadOnlyList<RetentionRule> Applied { get; } =
    [
        RetentionRule.Spam, RetentionRule.ClosedRequests, RetentionRule.DormantRequests, RetentionRule.Outbox, RetentionRule.SecurityLog,
        RetentionRule.BusinessAudit, RetentionRule.UnusedAccounts, RetentionRule.AccountNotices, RetentionRule.Invitations,
    ];

    /// <summary>The line of a rule, in a scope.</summary>
    public static IRetentionLine Of(IServiceProvider services, RetentionRule rule) => services.GetServices<IRetentionLine>().Single(line => line.Rule == rule);
}
