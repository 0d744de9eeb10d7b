namespace PlusPortal.Web.Features.Admin.Matching.Simulator;

/// <summary>Use-case of the simulator.</summary>
public static class SimulatorServices
{
    /// <summary>Registers them.</summary>
    public static void AddSimulator(this IServiceCollection services)
    {
        services.AddScoped<RunSimulation>();
    }
}
