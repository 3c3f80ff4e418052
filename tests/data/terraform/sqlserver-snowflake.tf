import {
  to = matillion-streaming_pipeline.orders_to_snowflake
  id = "project-1:pipeline-1"
}

# What the provider cannot hold as it is:
# - streamingSource.connection.password.secretLocation: The provider has no place for it; it is left out.
# - streamingSource.connection.password.version: The provider has no place for it; it is left out.
# - streamingSource.connection.jdbcProperties.encrypt: The provider holds text only; it is written as text.
# - streamingSource.connection.jdbcProperties.lockTimeout: The provider holds text only; it is written as text.
# - streamingSource.tables[0].columns: The provider has no place for it; it is left out.
# - streamingSource.heartbeat: The provider has no place for it; it is left out.
# - streamingTarget.connection.authentication.privateKey.secretLocation: The provider has no place for it; it is left out.
# - streamingTarget.connection.authentication.passphrase.secretLocation: The provider has no place for it; it is left out.
# - streamingTarget.connection.jdbcProperties.networkTimeout: The provider holds text only; it is written as text.
# - streamingTarget.clusterBy: The provider has no place for it; it is left out.
# - advancedProperties.poll.interval.ms: The provider cannot read a pipeline with anything but text here; it is written as text.
# - x-owner: The provider has no place for it; it is left out.
resource "matillion-streaming_pipeline" "orders_to_snowflake" {
  name       = "orders-to-snowflake"
  project_id = "project-1"
  agent_id   = "5d0f7c0e-3c53-4a0e-9f6d-0b8f3f6f2a11"

  sql_server_source = {
    connection = {
      host     = "sql01.shop.example"
      port     = 14330
      database = "shop"
      username = "cdc_reader"
      password = {
        type = "azure_key_vault"
        name = "cdc-reader"
      }
      jdbc_properties = {
        "applicationName" = "cdc"
        "encrypt"         = "true"
        "lockTimeout"     = "60"
      }
    }
    tables = [
      {
        schema = "dbo"
        table  = "orders"
      },
      {
        schema = "dbo"
        table  = "Order.Details"
      }
    ]
  }

  snowflake_target = {
    connection = {
      account_name = "shop.eu-central-1"
      username     = "CDC"
      authentication = {
        private_key = {
          secret_type = "azure_key_vault"
          secret_name = "snowflake-key"
        }
        passphrase = {
          secret_type = "azure_key_vault"
          secret_name = "snowflake-key-passphrase"
        }
      }
      jdbc_properties = {
        "networkTimeout" = "60"
      }
    }
    role                = "CDC_ROLE"
    warehouse           = "CDC_WH"
    database            = "CDC_DB"
    stage_schema        = "STAGE"
    stage_name          = "CDC_STAGE"
    stage_prefix        = "orders"
    table_schema        = "PUBLIC"
    table_prefix_type   = "source_database_and_schema"
    transformation_type = "copy_table"
    temporal_mapping    = "native"
  }

  advanced_properties = {
    "max.batch.size"   = "40000"
    "poll.interval.ms" = "500"
  }
}
