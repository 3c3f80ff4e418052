import {
  to = matillion-streaming_pipeline.ledger_to_s3
  id = "project-1:pipeline-1"
}

# What the provider cannot hold as it is:
# - streamingSource.connection.password.secretKey: The provider sends it as "key"; whether the API takes that for the secret's key is not documented.
# - streamingTarget.region: The provider has no place for it; it is left out.
resource "matillion-streaming_pipeline" "ledger_to_s3" {
  name       = "ledger-to-s3"
  project_id = "project-1"
  agent_id   = "5d0f7c0e-3c53-4a0e-9f6d-0b8f3f6f2a11"

  oracle_source = {
    connection = {
      host     = "ora.bank.example"
      port     = 1521
      database = "ORCLCDB"
      pdb      = "LEDGER"
      username = "C##CDC"
      password = {
        type = "aws_secrets_manager"
        name = "ledger/cdc"
        key  = "password"
      }
    }
    tables = [
      {
        schema = "LEDGER"
        table  = "ENTRIES"
      }
    ]
  }

  s3_target = {
    bucket          = "ledger-lake"
    decimal_mapping = "logical"
  }
}
