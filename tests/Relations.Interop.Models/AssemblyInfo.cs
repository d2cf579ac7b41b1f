using Relations;

[assembly: RelationsNaming(NamingConvention.SnakeCase)]
