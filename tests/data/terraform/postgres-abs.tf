import {
  to = matillion-streaming_pipeline.events_to_blob
  id = "project-1:pipeline-1"
}

# What the provider cannot hold as it is:
# - streamingSource.connection.password.secretLocation: The provider has no place for it; it is left out.
# - streamingTarget.accountKey.secretLocation: The provider has no place for it; it is left out.
resource "matillion-streaming_pipeline" "events_to_blob" {
  name       = "events-to-blob"
  project_id = "project-1"
  agent_id   = "5d0f7c0e-3c53-4a0e-9f6d-0b8f3f6f2a11"

  postgres_source = {
    connection = {
      host     = "10.1.2.3"
      port     = 5432
      database = "events"
      username = "replicator"
      password = {
        type = "azure_key_vault"
        name = "replicator"
      }
      jdbc_properties = {}
    }
    tables = [
      {
        schema = "public"
        table  = "clicks"
      },
      {
        schema = "public"
        table  = "Clicks"
      }
    ]
  }

  abs_target = {
    container    = "events"
    account_name = "eventsstore"
    account_key = {
      type = "azure_key_vault"
      name = "store-key"
    }
    prefix          = "raw/events"
    decimal_mapping = "legacy"
  }

  advanced_properties = {
    "slot.name"           = "events_slot"
    "time.precision.mode" = "adaptive"
  }
}
