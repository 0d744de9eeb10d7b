using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Smtp;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Tests.Email;

/// <summary>What every message may say and must say, read from what a mail server received.</summary>
public sealed partial class MailContentTests(MailBench bench) : IClassFixture<MailBench>
{
    private readonly MailPost post = bench.Post;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<MailKind> EveryKind { get; } = new(Enum.GetValues<MailKind>());

    [Theory]
    [MemberData(nameof(EveryKind))]
    public async Task Message_leaves_with_a_text_and_an_html_part_that_say_the_same(MailKind kind)
    {
        var mail = await SendAsync(kind);

        var parts = Assert.IsType<MultipartAlternative>(mail.Message.Body);
        Assert.Equal(["text/plain", "text/html"], parts.Select(part => part.ContentType.MimeType));
        var link = Assert.Single(Links().Matches(mail.Text)).Value;
        Assert.Equal(link, Assert.Single(Hrefs().Matches(mail.Html)).Groups[1].Value);
        Assert.StartsWith(MailBench.Root + "/", link, StringComparison.Ordinal);
        Assert.DoesNotContain("//", link[MailBench.Root.Length..], StringComparison.Ordinal);
        var html = Words(WithoutMarkup(mail.Html)).Replace(Words(MailLayout.Mark) + " ", "", StringComparison.Ordinal).Replace(Words(MailLayout.AddressLead) + $" {link} ", "", StringComparison.Ordinal);
        Assert.Equal(Words(Dashes().Replace(mail.Text.Replace($"\u00A0:\n{link}", ""), "")), html);
        Assert.Contains(link, WithoutMarkup(mail.Html), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public async Task Message_holds_no_free_text_and_names_the_person_to_nobody_else(MailKind kind)
    {
        var mail = await SendAsync(kind);

        Assert.DoesNotContain(MailScenes.Secret, mail.Text + mail.Html + mail.Source, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(MailScenes.FirstName, mail.Subject, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@example.org", mail.Text + mail.Html + mail.Subject, StringComparison.Ordinal);
        var recipient = mail.Message.To.Mailboxes.Single().Address;
        var isForThePerson = recipient.StartsWith("structure", StringComparison.Ordinal) || recipient.StartsWith("personne", StringComparison.Ordinal);
        if (!isForThePerson) Assert.DoesNotContain(MailScenes.FirstName, mail.Text, StringComparison.Ordinal);
        Assert.Empty(mail.Message.Attachments);
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public async Task Message_can_be_answered_and_reads_as_French(MailKind kind)
    {
        var mail = await SendAsync(kind);

        Assert.Equal(MailPost.ReplyTo, mail.Message.ReplyTo.Mailboxes.Single().Address);
        Assert.Equal((MailPost.From, "PLUS"), (mail.Message.From.Mailboxes.Single().Address, mail.Message.From.Mailboxes.Single().Name));
        Assert.Equal("auto-generated", mail.Message.Headers["Auto-Submitted"]);
        Assert.Contains("lang=\"fr\"", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotMatch(BreakingSpace(), mail.Subject + "\n" + mail.Text);
        Assert.InRange(mail.Subject.Length, 10, 110);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<meta name=\"color-scheme\" content=\"light dark\">", mail.Html, StringComparison.Ordinal);
        Assert.Contains("@media (prefers-color-scheme: dark)", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acknowledgement_says_what_comes_next_and_when_and_its_link_proves_the_address()
    {
        var request = A.Request().From(contact => contact with { Name = "Maëlle Inventée" }).Build();
        var mail = await SendAsync(MailKind.RequestReceived, request);

        Assert.StartsWith("Bonjour Maëlle,", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"Sa référence est {request.Reference}.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("lit votre demande au plus tard le mercredi 4 mars 2026", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Confirmez votre adresse", mail.Text, StringComparison.Ordinal);
        var link = await LinkOfAsync(mail);
        Assert.Equal((LinkPurpose.Tracking, request.Id, true, post.Clock.GetUtcNow().AddDays(LinkIssuer.OpenRequestDays)), (link.Purpose, link.SubjectId, link.ProvesAddress, link.ExpiresAt));
    }

    [Fact]
    public async Task Token_is_at_rest_nowhere_but_as_its_hash()
    {
        var request = A.Request().Build();

        var mail = await SendAsync(MailKind.RequestReceived, request);

        Assert.Equal(request.Id, (await LinkOfAsync(mail)).SubjectId);
        Assert.Empty(await HoldersOfAsync(Token(mail)));
        Assert.Equal(["orientation_requests.reference"], await HoldersOfAsync(request.Reference));
    }

    [Fact]
    public async Task Fresh_link_leaves_thirty_days_to_the_older_one()
    {
        var request = A.Request().Build();
        var first = await SendAsync(MailKind.RequestReceived, request);
        await using var later = bench.Open();
        later.Clock.Advance(TimeSpan.FromDays(3));
        var sentAt = later.Clock.GetUtcNow();

        await later.QueueAsync(MailKind.NewTrackingLink, request.Id, Ct);
        await later.DeliverAllAsync(Ct);
        var second = (await bench.Server.ReceivedByAsync(request.Contact.Email, 2, Ct))[1];

        Assert.Equal(sentAt.AddDays(30), (await LinkOfAsync(first)).ExpiresAt);
        Assert.Equal(sentAt.AddDays(LinkIssuer.OpenRequestDays), (await LinkOfAsync(second)).ExpiresAt);
    }

    [Fact]
    public async Task Address_corrected_while_a_message_is_written_is_the_one_that_gets_it()
    {
        var request = A.Request().Build();
        var right = $"juste{A.Number()}@example.org";
        var clock = new ClockAskedForALink();
        await using var post = bench.Open(clock: clock);
        var id = await post.QueueAsync(MailKind.NewTrackingLink, request, Ct);
        clock.Meanwhile = () =>
        {
            using var db = bench.Database.NewContext();
            db.Database.ExecuteSql($"update orientation_requests set contact_email = {right} where id = {request.Id}");
        };

        await post.DeliverAllAsync(Ct);

        Assert.Null(clock.Meanwhile);
        Assert.Equal(OutboxState.Pending, (await post.MessageAsync(id, Ct)).State);
        post.Clock.Advance(OutboxDelivery.Lease);
        await post.DeliverAllAsync(Ct);
        Assert.Single(await bench.Server.ReceivedByAsync(right, 1, Ct));
        Assert.Equal(OutboxState.Sent, (await post.MessageAsync(id, Ct)).State);
        Assert.DoesNotContain(bench.Server.Received, mail => mail.To.Contains(request.Contact.Email));
    }

    [Fact]
    public async Task Link_that_never_left_shortens_no_other()
    {
        var request = A.Request().Build();
        var first = await SendAsync(MailKind.RequestReceived, request);
        var before = (await LinkOfAsync(first)).ExpiresAt;
        await using var cutOff = bench.Open(smtpPort: 1);
        var id = await cutOff.QueueAsync(MailKind.NewTrackingLink, request.Id, Ct);

        await cutOff.DeliverAllAsync(Ct);

        Assert.Equal(OutboxState.Pending, (await cutOff.MessageAsync(id, Ct)).State);
        Assert.Equal(before, (await LinkOfAsync(first)).ExpiresAt);
        await using var db = bench.Database.NewContext();
        await db.Outbox.Where(row => row.Id == id).ExecuteDeleteAsync(Ct);
    }

    [Theory]
    [InlineData("www.exemple.org Dupont")]
    [InlineData("http://exemple.org")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Mme Inventée")]
    public async Task Name_that_is_no_plain_first_name_is_not_repeated(string name)
    {
        var request = A.Request().From(contact => contact with { Name = name }).Build();

        var mail = await SendAsync(MailKind.RequestReceived, request);

        Assert.StartsWith("Bonjour,", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("exemple.org", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_actors_are_text_in_html()
    {
        var actor = A.SupportActor().Named("Conseil & <b>Cie</b>").Build();
        var offer = A.SupportOffer().Of(actor).Build();
        var request = A.Request().Build();
        request.Sending(offer, isByHand: true);
        await post.StoreAsync(Ct, actor, request);

        var mail = await SendAsync(MailKind.RequestSent, request.Id, request.Contact.Email);

        Assert.Contains("Conseil &amp; &lt;b&gt;Cie&lt;/b&gt; doit répondre au plus tard le lundi 23 mars 2026", mail.Html, StringComparison.Ordinal);
        Assert.Contains("- Conseil & <b>Cie</b>", mail.Text, StringComparison.Ordinal);
    }

    private async Task<ReceivedMail> SendAsync(MailKind kind)
    {
        var recipient = await MailScenes.QueueAsync(post, kind, Ct);
        var before = bench.Server.Received.Count(mail => mail.To.Contains(recipient));
        await post.DeliverAllAsync(Ct);
        return (await bench.Server.ReceivedByAsync(recipient, before + 1, Ct))[before];
    }

    private async Task<ReceivedMail> SendAsync(MailKind kind, Domain.Requests.OrientationRequest request)
    {
        await post.QueueAsync(kind, request, Ct);
        await post.DeliverAllAsync(Ct);
        return Assert.Single(await bench.Server.ReceivedByAsync(request.Contact.Email, 1, Ct));
    }

    private async Task<ReceivedMail> SendAsync(MailKind kind, Guid subjectId, string recipient)
    {
        await post.QueueAsync(kind, subjectId, Ct);
        await post.DeliverAllAsync(Ct);
        return Assert.Single(await bench.Server.ReceivedByAsync(recipient, 1, Ct));
    }

    private async Task<AccessLink> LinkOfAsync(ReceivedMail mail)
    {
        await using var db = bench.Database.NewContext();
        var hash = LinkTokens.Hash(Token(mail));
        return await db.AccessLinks.AsNoTracking().SingleAsync(link => link.TokenHash == hash, Ct);
    }

    /// <summary>Every column of the database that holds a text somewhere.</summary>
    private async Task<List<string>> HoldersOfAsync(string text)
    {
        await using var db = bench.Database.NewContext();
        return await db.Database.SqlQuery<string>(
            $"""
            with columns as materialized (
                select table_name as t, column_name as c from information_schema.columns where table_schema = 'public')
            select t || '.' || c as "Value" from columns
            where query_to_xml(format('select 1 from %I where %I::text like %L', t, c, {$"%{text}%"}), false, false, '')::text like '%<row%'
            """).ToListAsync(Ct);
    }

    private static string Token(ReceivedMail mail) => Links().Match(mail.Text).Value.Split('/')[^1];

    private static string WithoutMarkup(string html) => System.Net.WebUtility.HtmlDecode(Markup().Replace(html[html.IndexOf("<body", StringComparison.Ordinal)..], " "));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Links();

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Hrefs();

    [GeneratedRegex("^--? ", RegexOptions.Multiline)]
    private static partial Regex Dashes();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Markup();

    [GeneratedRegex(" [:;?!»]|« |'")]
    private static partial Regex BreakingSpace();
}
