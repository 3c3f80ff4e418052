# What the provider cannot hold as it is:
# - streamingSource.connection.database: The provider has no place for it; it is left out.
# - streamingTarget: Newer versions of the provider have gcs_target; older ones refuse it.
# The provider would refuse this pipeline, and all others with it, so it stands in comments.
# Take the "# " away where your version of the provider has a place for it.

# import {
#   to = matillion-streaming_pipeline.stock_to_gcs
#   id = "project-1:pipeline-1"
# }
#
# resource "matillion-streaming_pipeline" "stock_to_gcs" {
#   name       = "stock-to-gcs"
#   project_id = "project-1"
#   agent_id   = "5d0f7c0e-3c53-4a0e-9f6d-0b8f3f6f2a11"
#
#   mysql_source = {
#     connection = {
#       host     = "mysql.stock.example"
#       port     = 3306
#       username = "cdc"
#       password = {
#         type = "google_secret_manager"
#         name = "mysql-cdc"
#       }
#     }
#     tables = [
#       {
#         schema = "stock"
#         table  = "items"
#       }
#     ]
#   }
#
#   gcs_target = {
#     bucket = "stock-lake"
#     prefix = "stock"
#   }
# }
