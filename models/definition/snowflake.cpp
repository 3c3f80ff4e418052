// SPDX-License-Identifier: Apache-2.0
#include "models/definition/snowflake.h"
#include "models/definition/fieldlist.h"

namespace Sluice {

namespace {

constexpr std::array signIns{
    Choice{"key-pair", QT_TRANSLATE_NOOP("Form", "Key pair"),
           QT_TRANSLATE_NOOP("Form", "The runner signs in with a private key.")},
};

// The vendor does not document what these choices do. The help says what their names suggest, and
// that it is no more than that.
constexpr std::array tableNames{
    Choice{"PREFIX", QT_TRANSLATE_NOOP("Form", "With a prefix"),
           QT_TRANSLATE_NOOP(
               "Form", "Puts a prefix before the name. Maia does not document which; the stage "
                       "prefix is the only one to set.")},
    Choice{"SOURCE_DATABASE_AND_SCHEMA",
           QT_TRANSLATE_NOOP("Form", "With source database and schema"),
           QT_TRANSLATE_NOOP("Form", "Named database_schema_table after the source.")},
    Choice{"NONE", QT_TRANSLATE_NOOP("Form", "As in the source"),
           QT_TRANSLATE_NOOP("Form",
                             "By its name, the name of the table alone, so names must not repeat. "
                             "Maia does not document it further.")},
};

constexpr std::array transformations{
    Choice{"COPY_TABLE", QT_TRANSLATE_NOOP("Form", "Copy table"),
           QT_TRANSLATE_NOOP("Form",
                             "By its name, keeps each table equal to its source. Maia does not "
                             "document it further.")},
    Choice{"COPY_TABLE_SOFT_DELETE", QT_TRANSLATE_NOOP("Form", "Copy table (soft delete)"),
           QT_TRANSLATE_NOOP(
               "Form", "By its name, keeps deleted rows and marks them. Maia does not document "
                       "it further.")},
    Choice{"CHANGE_LOG", QT_TRANSLATE_NOOP("Form", "Change log"),
           QT_TRANSLATE_NOOP("Form",
                             "By its name, adds one row for each change. Maia does not document it "
                             "further.")},
};

constexpr std::array temporalMappings{
    Choice{"NATIVE", QT_TRANSLATE_NOOP("Form", "Native types"),
           QT_TRANSLATE_NOOP("Form",
                             "By its name, Snowflake's own date and time types. Maia does not "
                             "document it further.")},
    Choice{"EPOCH", QT_TRANSLATE_NOOP("Form", "Numbers since 1970"),
           QT_TRANSLATE_NOOP("Form",
                             "By its name, numbers counted from the start of 1970. Maia does not "
                             "document it further.")},
};

constexpr std::array fields{
    Field{
        .path = "streamingTarget.connection.accountName",
        .label = QT_TRANSLATE_NOOP("Form", "Account"),
        .section = Section::TargetConnection,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter the name of the Snowflake account."),
        .help = QT_TRANSLATE_NOOP(
            "Form", "What stands between https:// and .snowflakecomputing.com in its address."),
        .placeholder = "my-account.eu-central-1",
        .doubtful = R"([/\s:@])",
        .advice = QT_TRANSLATE_NOOP("Form", "Enter the account alone, without https:// and path."),
        .reads = Reads::SnowflakeAccount,
    },
    Field{
        .path = "streamingTarget.connection.username",
        .label = QT_TRANSLATE_NOOP("Form", "Username"),
        .section = Section::TargetConnection,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter a username."),
        .help = QT_TRANSLATE_NOOP("Form", "Snowflake user of the runner."),
    },
    Field{
        .path = "streamingTarget.connection.authentication",
        .label = QT_TRANSLATE_NOOP("Form", "Authentication"),
        .kind = FieldKind::Group,
        .section = Section::TargetConnection,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Set up how the runner signs in to Snowflake."),
    },
    Field{
        .path = "streamingTarget.connection.authentication.type",
        .label = QT_TRANSLATE_NOOP("Form", "Type"),
        .kind = FieldKind::Choice,
        .section = Section::TargetConnection,
        .required = true,
        .choices = signIns,
        .preset = "key-pair",
        .hint = QT_TRANSLATE_NOOP("Form", "Choose how the runner signs in."),
    },
    Field{
        .path = "streamingTarget.connection.authentication.privateKey",
        .label = QT_TRANSLATE_NOOP("Form", "Private key"),
        .kind = FieldKind::Secret,
        .section = Section::TargetConnection,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Say which secret holds the private key."),
    },
    Field{
        .path = "streamingTarget.connection.authentication.passphrase",
        .label = QT_TRANSLATE_NOOP("Form", "Passphrase"),
        .kind = FieldKind::Secret,
        .section = Section::TargetConnection,
        .hint = QT_TRANSLATE_NOOP("Form", "Say which secret holds the passphrase."),
        .help = QT_TRANSLATE_NOOP("Form", "Only for a private key that is locked with one."),
    },
    Field{
        .path = "streamingTarget.connection.jdbcProperties",
        .label = QT_TRANSLATE_NOOP("Form", "JDBC properties"),
        .kind = FieldKind::Map,
        .section = Section::TargetConnection,
        .hint = QT_TRANSLATE_NOOP("Form", "Check the JDBC properties."),
        .help = QT_TRANSLATE_NOOP("Form", "Further settings of the Snowflake driver, by name."),
    },
    Field{
        .path = "streamingTarget.role",
        .label = QT_TRANSLATE_NOOP("Form", "Role"),
        .section = Section::TargetSettings,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter the role to use in Snowflake."),
        .help = QT_TRANSLATE_NOOP("Form", "It needs the warehouse, the database, both schemas, the "
                                          "stage, and the right to create tables."),
    },
    Field{
        .path = "streamingTarget.warehouse",
        .label = QT_TRANSLATE_NOOP("Form", "Warehouse"),
        .section = Section::TargetSettings,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter the warehouse."),
        .help = QT_TRANSLATE_NOOP("Form", "It merges the changes into the tables."),
    },
    Field{
        .path = "streamingTarget.database",
        .label = QT_TRANSLATE_NOOP("Form", "Database"),
        .section = Section::TargetSettings,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter the database."),
        .help = QT_TRANSLATE_NOOP("Form", "It holds the stage and the tables."),
    },
    Field{
        .path = "streamingTarget.stageSchema",
        .label = QT_TRANSLATE_NOOP("Form", "Stage schema"),
        .section = Section::TargetSettings,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter the schema of the stage."),
    },
    Field{
        .path = "streamingTarget.stageName",
        .label = QT_TRANSLATE_NOOP("Form", "Stage"),
        .section = Section::TargetSettings,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter the name of the stage."),
        .help = QT_TRANSLATE_NOOP("Form", "An internal stage with the file format Avro."),
    },
    Field{
        .path = "streamingTarget.stagePrefix",
        .label = QT_TRANSLATE_NOOP("Form", "Stage prefix"),
        .section = Section::TargetSettings,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter a stage prefix."),
        .help = QT_TRANSLATE_NOOP(
            "Form", "Folder in the stage. It should differ from those of other pipelines."),
        .risk = QT_TRANSLATE_NOOP("Form", "May leave old files behind"),
    },
    Field{
        .path = "streamingTarget.tableSchema",
        .label = QT_TRANSLATE_NOOP("Form", "Table schema"),
        .section = Section::TargetSettings,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter the schema of the tables."),
        .help = QT_TRANSLATE_NOOP("Form", "Tables that are missing are created in it."),
        .risk = QT_TRANSLATE_NOOP("Form", "May need a new snapshot"),
    },
    Field{
        .path = "streamingTarget.tablePrefixType",
        .label = QT_TRANSLATE_NOOP("Form", "Table names"),
        .kind = FieldKind::Choice,
        .section = Section::TargetSettings,
        .required = true,
        .choices = tableNames,
        .hint = QT_TRANSLATE_NOOP("Form", "Choose how tables are named."),
        .risk = QT_TRANSLATE_NOOP("Form", "May need a new snapshot"),
    },
    Field{
        .path = "streamingTarget.transformationType",
        .label = QT_TRANSLATE_NOOP("Form", "Transformation"),
        .kind = FieldKind::Choice,
        .section = Section::TargetSettings,
        .required = true,
        .choices = transformations,
        .hint = QT_TRANSLATE_NOOP("Form", "Choose what the tables hold."),
        .risk = QT_TRANSLATE_NOOP("Form", "May need a new snapshot"),
    },
    Field{
        .path = "streamingTarget.temporalMapping",
        .label = QT_TRANSLATE_NOOP("Form", "Dates and times"),
        .kind = FieldKind::Choice,
        .section = Section::TargetSettings,
        .choices = temporalMappings,
        .hint = QT_TRANSLATE_NOOP("Form", "Choose how dates and times are stored."),
    },
};

} // namespace

std::span<const Field> snowflakeFields()
{
    return fields;
}

} // namespace Sluice
