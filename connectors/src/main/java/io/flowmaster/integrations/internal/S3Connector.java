package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.integrations.ConnectorView;
import io.flowmaster.platform.OutboundHttp;
import io.flowmaster.platform.Problem;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** Objects of Amazon S3, and of the storages that speak as it does. */
@Component
class S3Connector implements Connector {
  private static final int USUAL_SECONDS = 30;
  private static final int USUAL_BYTES = 1_048_576;
  private static final int USUAL_KEYS = 100;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;
  private final ConnectorView view = Descriptors.read("s3");
  private final OutboundHttp http;

  S3Connector(OutboundHttp http) {
    this.http = http;
  }

  @Override
  public ConnectorView view() {
    return view;
  }

  @Override
  public JsonNode execute(ConnectorCall call) {
    try (S3Client storage = storage(call)) {
      return switch (call.given("operation", "")) {
        case "put" -> put(storage, call);
        case "get" -> get(storage, call);
        case "list" -> list(storage, call);
        default -> delete(storage, call);
      };
    } catch (AwsServiceException e) {
      throw refused(e);
    } catch (SdkClientException e) {
      throw failed(e);
    }
  }

  @Override
  public String test(ConnectorCall call) {
    try (S3Client storage = storage(call)) {
      storage.headBucket(head -> head.bucket(call.setting("bucket")));
      return "The bucket is there, and the key may look into it.";
    } catch (AwsServiceException e) {
      throw refused(e);
    } catch (SdkClientException e) {
      throw failed(e);
    }
  }

  /** Nothing is read from this machine: neither profiles nor what its cloud says of it. */
  private S3Client storage(ConnectorCall call) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(call.setting("region", "us-east-1")))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                        call.setting("accessKeyId", ""), call.setting("secretAccessKey", ""))))
            .forcePathStyle(call.configuration().path("pathStyle").asBoolean(false))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
            .overrideConfiguration(all -> all.defaultProfileFile(ProfileFile.aggregator().build()))
            .httpClient(
                new GuardedAwsHttp(
                    http,
                    call.seconds("timeoutSeconds", USUAL_SECONDS),
                    call.configuration().path("mostBytes").asInt(USUAL_BYTES)));
    String endpoint = call.setting("endpoint");
    return (endpoint == null ? builder : builder.endpointOverride(address(endpoint))).build();
  }

  private static URI address(String endpoint) {
    try {
      return URI.create(endpoint);
    } catch (IllegalArgumentException e) {
      throw ConnectorProblem.lasting("invalid-address", "The address is not well-formed.");
    }
  }

  private static JsonNode put(S3Client storage, ConnectorCall call) {
    String type = call.given("contentType");
    String tag =
        storage
            .putObject(
                put -> put.bucket(call.setting("bucket")).key(key(call)).contentType(type),
                RequestBody.fromBytes(Contents.bytes(call)))
            .eTag();
    return named(call).put("etag", unquoted(tag));
  }

  private static JsonNode get(S3Client storage, ConnectorCall call) {
    ResponseBytes<GetObjectResponse> object =
        storage.getObjectAsBytes(get -> get.bucket(call.setting("bucket")).key(key(call)));
    ObjectNode told = named(call).put("etag", unquoted(object.response().eTag()));
    told.put("contentType", object.response().contentType());
    told.set("content", Contents.read(call, object.asByteArrayUnsafe()));
    return told;
  }

  private static JsonNode delete(S3Client storage, ConnectorCall call) {
    storage.deleteObject(delete -> delete.bucket(call.setting("bucket")).key(key(call)));
    return named(call);
  }

  private static JsonNode list(S3Client storage, ConnectorCall call) {
    String prefix = call.setting("prefix", "");
    String after = call.given("after");
    ListObjectsV2Response page =
        storage.listObjectsV2(
            list ->
                list.bucket(call.setting("bucket"))
                    .prefix(prefix + call.given("startsWith", ""))
                    .startAfter(after == null ? null : prefix + after)
                    .maxKeys(call.input().path("limit").asInt(USUAL_KEYS)));
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    ArrayNode objects = told.putArray("objects");
    page.contents()
        .forEach(
            object ->
                objects
                    .addObject()
                    .put("key", object.key().substring(prefix.length()))
                    .put("size", object.size())
                    .put("modifiedAt", object.lastModified().toString())
                    .put("etag", unquoted(object.eTag())));
    return told.put("hasMore", Boolean.TRUE.equals(page.isTruncated()));
  }

  private static String key(ConnectorCall call) {
    String key = call.given("key");
    if (key == null) {
      throw ConnectorProblem.lasting("key-missing", "This operation needs a key.");
    }
    return call.setting("prefix", "") + key;
  }

  private static ObjectNode named(ConnectorCall call) {
    return JsonNodeFactory.instance.objectNode().put("key", call.given("key"));
  }

  private static @Nullable String unquoted(@Nullable String tag) {
    return tag == null ? null : tag.replace("\"", "");
  }

  private static ConnectorProblem refused(AwsServiceException e) {
    String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
    String known = code == null ? String.valueOf(e.statusCode()) : code;
    String detail = "The storage answered " + e.statusCode() + " " + known + ".";
    String name = "s3-" + known.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    return e.statusCode() >= SERVER_ERROR || e.statusCode() == TOO_MANY
        ? ConnectorProblem.passing(name, detail)
        : ConnectorProblem.lasting(name, detail);
  }

  private static Problem failed(SdkClientException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
    }
    return Hosts.notReached(e.getCause());
  }
}
