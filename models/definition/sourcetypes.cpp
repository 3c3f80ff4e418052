// SPDX-License-Identifier: Apache-2.0
#include "models/definition/sourcetypes.h"

#include "models/definition/fieldlist.h"

namespace Sluice {

namespace {

constexpr std::array addressFields{
    Field{
        .path = "streamingSource.connection.host",
        .label = QT_TRANSLATE_NOOP("Form", "Host"),
        .section = Section::SourceConnection,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter the host of the database."),
        .help =
            QT_TRANSLATE_NOOP("Form", "Name or address of the server, as the runner reaches it."),
        .placeholder = "db.example.com",
        .doubtful = R"([/\s]|^[^:]+:\d+$)",
        .advice =
            QT_TRANSLATE_NOOP("Form", "Enter the host alone, without https://, port and path."),
        .reads = Reads::DatabaseAddress,
    },
    Field{
        .path = "streamingSource.connection.port",
        .label = QT_TRANSLATE_NOOP("Form", "Port"),
        .kind = FieldKind::Number,
        .section = Section::SourceConnection,
        .required = true,
        .minimum = 1,
        .maximum = 65535,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter a port from 1 to 65535."),
    },
};

constexpr std::array database{
    Field{
        .path = "streamingSource.connection.database",
        .label = QT_TRANSLATE_NOOP("Form", "Database"),
        .section = Section::SourceConnection,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter the name of the database."),
    },
};

constexpr std::array oracleDatabases{
    Field{
        .path = "streamingSource.connection.database",
        .label = QT_TRANSLATE_NOOP("Form", "Container database"),
        .section = Section::SourceConnection,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter the name of the container database (CDB)."),
        .help = QT_TRANSLATE_NOOP("Form", "Name of the CDB, not of a pluggable database."),
        .placeholder = "ORCLCDB",
    },
    Field{
        .path = "streamingSource.connection.pdb",
        .label = QT_TRANSLATE_NOOP("Form", "Pluggable database"),
        .section = Section::SourceConnection,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter the name of the pluggable database (PDB)."),
        .help = QT_TRANSLATE_NOOP("Form", "Leave it empty when there is none."),
        .placeholder = "ORCLPDB1",
    },
};

constexpr std::array login{
    Field{
        .path = "streamingSource.connection.username",
        .label = QT_TRANSLATE_NOOP("Form", "Username"),
        .section = Section::SourceConnection,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter a username."),
        .help = QT_TRANSLATE_NOOP("Form", "Database user that reads the change log."),
    },
    Field{
        .path = "streamingSource.connection.password",
        .label = QT_TRANSLATE_NOOP("Form", "Password"),
        .kind = FieldKind::Secret,
        .section = Section::SourceConnection,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Say which secret holds the password."),
    },
    Field{
        .path = "streamingSource.connection.jdbcProperties",
        .label = QT_TRANSLATE_NOOP("Form", "JDBC properties"),
        .kind = FieldKind::Map,
        .section = Section::SourceConnection,
        .hint = QT_TRANSLATE_NOOP("Form", "Check the JDBC properties."),
        .help = QT_TRANSLATE_NOOP("Form", "Further settings of the database driver, by name."),
    },
};

// What the API calls schema is a database in MySQL and a library in Db2 for IBM i.
constexpr std::array<Field, 1> tablesWith(const char *help)
{
    return {Field{
        .path = "streamingSource.tables",
        .label = QT_TRANSLATE_NOOP("Form", "Tables"),
        .kind = FieldKind::Tables,
        .section = Section::Tables,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Add at least one table."),
        .help = help,
    }};
}

constexpr auto plainTables =
    tablesWith(QT_TRANSLATE_NOOP("Form", "Upper and lower case are kept as you write them."));
constexpr auto mysqlTables =
    tablesWith(QT_TRANSLATE_NOOP("Form", "The schema of a MySQL table is its database."));
constexpr auto db2Tables =
    tablesWith(QT_TRANSLATE_NOOP("Form", "The schema of a Db2 for IBM i table is its library."));

constexpr auto withDatabase = joinFields(addressFields, database, login, plainTables);
constexpr auto oracle = joinFields(addressFields, oracleDatabases, login, plainTables);
constexpr auto mysql = joinFields(addressFields, login, mysqlTables);
constexpr auto db2 = joinFields(addressFields, login, db2Tables);

constexpr std::array types{
    TypeInfo{
        .id = "sqlserver",
        .label = QT_TRANSLATE_NOOP("Form", "SQL Server"),
        .mark = "MS",
        .description =
            QT_TRANSLATE_NOOP("Form", "2016 SP1 or later, change data capture switched on"),
        .fields = withDatabase,
        .usualPort = 1433,
    },
    TypeInfo{
        .id = "oracle",
        .label = QT_TRANSLATE_NOOP("Form", "Oracle"),
        .mark = "OR",
        .description = QT_TRANSLATE_NOOP("Form", "18c or later, read through LogMiner"),
        .fields = oracle,
        .usualPort = 1521,
    },
    TypeInfo{
        .id = "postgres",
        .label = QT_TRANSLATE_NOOP("Form", "PostgreSQL"),
        .mark = "PG",
        .description = QT_TRANSLATE_NOOP("Form", "Logical replication with pgoutput"),
        .fields = withDatabase,
        .usualPort = 5432,
    },
    TypeInfo{
        .id = "mysql",
        .label = QT_TRANSLATE_NOOP("Form", "MySQL"),
        .mark = "MY",
        .description = QT_TRANSLATE_NOOP("Form", "Tables of one or more of its databases"),
        .fields = mysql,
        .usualPort = 3306,
    },
    TypeInfo{
        .id = "db2ibmi",
        .label = QT_TRANSLATE_NOOP("Form", "Db2 for IBM i"),
        .mark = "i",
        .description = QT_TRANSLATE_NOOP("Form", "Read from the journals"),
        .fields = db2,
        .usualPort = 8471,
    },
};

} // namespace

std::span<const TypeInfo> sourceTypes()
{
    return types;
}

} // namespace Sluice
