using PlusPortal.Domain.Retention;

namespace PlusPortal.Web.Retention;

/// <summary>The lines, by rule. Drafts have a job of their own, every hour; accounts that are kept are not acted on.</summary>
public static class RetentionLines
{
    /// <summary>Those that the job applies, in order: a request takes its messages along, an account its invitations, so that these come first and each line does what was counted.</summary>
    public static IReadOnlyList<RetentionRule> Applied { get; } =
    [
        RetentionRule.Outbox, RetentionRule.SecurityLog, RetentionRule.BusinessAudit, RetentionRule.Spam, RetentionRule.ClosedRequests, RetentionRule.ErasureReasons,
        RetentionRule.DormantRequests, RetentionRule.SheetReports, RetentionRule.FactorResets, RetentionRule.Invitations, RetentionRule.UnusedAccounts, RetentionRule.AccountNotices,
    ];

    /// <summary>The line of a rule, in a scope.</summary>
    public static IRetentionLine Of(IServiceProvider services, RetentionRule rule) => services.GetServices<IRetentionLine>().Single(line => line.Rule == rule);
}
