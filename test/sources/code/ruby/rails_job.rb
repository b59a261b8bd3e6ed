require 'aws-sdk-s3'

class ExportJob < ApplicationJob
  queue_as :default

  S3 = Aws::S3::Client.new(region: Rails.configuration.region)

  def perform(export_id)
    export = Export.find(export_id)
    # => PutObject SSE-KMS key=alias/exports
    S3.put_object(
      bucket: Rails.configuration.bucket,
      key: "exports/#{export.id}.csv",
      body: export.to_csv,
      server_side_encryption: :'aws:kms',
      ssekms_key_id: 'alias/exports',
      metadata: { 'export-id' => export.id.to_s }
    )
    export.update!(done: true)
    Rails.cache.write("export/#{export.id}", true)
  end
end
