using PlusPortal.Web.Startup;

return await PortalRunner.RunAsync(args, builder =>
{
    builder.AddPortal();
    var app = builder.Build();
    app.UsePortal();
    return app;
});

/// <summary>Entry point, public so that tests can host the portal.</summary>
public partial class Program;
