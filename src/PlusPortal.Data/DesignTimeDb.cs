using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PlusPortal.Data;

/// <summary>Lets the migration tool build the model; it never connects.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<PortalDb>
{
    public PortalDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<PortalDb>();
        builder.UsePortalDatabase("Host=localhost;Database=design");
        return new PortalDb(builder.Options);
    }
}
