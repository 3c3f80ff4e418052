import {
  to = matillion-streaming_pipeline.erp_to_snowflake
  id = "project-1:pipeline-1"
}

# What the provider cannot hold as it is:
# - streamingTarget.connection.authentication.privateKey.key: The provider has no place for it; it is left out.
# - streamingTarget.temporalMapping: The provider may not know the value "A_NEW_VALUE".
resource "matillion-streaming_pipeline" "erp_to_snowflake" {
  name       = "erp-to-snowflake"
  project_id = "project-1"
  agent_id   = "5d0f7c0e-3c53-4a0e-9f6d-0b8f3f6f2a11"

  db2_ibm_i_source = {
    connection = {
      host     = "as400.erp.example"
      port     = 8471
      username = "CDC"
      password = {
        type = "aws_secrets_manager"
        name = "erp-cdc"
      }
      jdbc_properties = {
        "date format" = "ymd"
      }
    }
    tables = [
      {
        schema = "ERPLIB"
        table  = "ORDHDR"
      }
    ]
  }

  snowflake_target = {
    connection = {
      account_name = "erp"
      username     = "CDC"
      authentication = {
        private_key = {
          secret_type = "aws_secrets_manager"
          secret_name = "erp-key"
        }
      }
    }
    role                = "R"
    warehouse           = "W"
    database            = "D"
    stage_schema        = "S"
    stage_name          = "ST"
    table_schema        = "T"
    table_prefix_type   = "none"
    transformation_type = "copy_table_soft_delete"
    temporal_mapping    = "a_new_value"
  }
}
