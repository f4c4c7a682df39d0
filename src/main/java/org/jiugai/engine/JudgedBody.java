package org.jiugai.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;
import org.jiugai.kernel.PlainText;
import org.jiugai.kernel.RuleViolation;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The body of a request to the engine's API: read once, judged, and handed on as it was understood, so that two readers cannot
 * understand it differently. What is not one JSON object is refused.
 */
final class JudgedBody {
    /** Bytes. Forms send text; files go to an endpoint of their own. */
    static final int LONGEST = 2 * 1024 * 1024;

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JudgedBody() {}

    /** The body in UTF-8, empty where there is none. */
    static byte[] of(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length == 0) return body;
        if (body.length > LONGEST) throw new RuleViolation("engine.bodyTooLong", "提交的内容过大，未被接受");
        if (!isJson(request.getContentType())) throw notJson();
        JsonNode json = read(body);
        if (carriesExpression(json)) throw QueryExpressions.refused();
        return STRICT.writeValueAsBytes(json);
    }

    /** @throws RuleViolation when it is not one JSON object, each name once in it; an empty body is an empty object */
    static JsonNode read(byte[] body) throws IOException {
        if (body.length == 0) return STRICT.createObjectNode();
        try {
            JsonNode json = STRICT.readTree(body);
            if (json.isObject() && isPlain(json)) return json;
        } catch (JsonProcessingException malformed) {
            throw notJson();
        }
        throw notJson();
    }

    private static boolean isPlain(JsonNode json) {
        if (json.isTextual()) return PlainText.is(json.textValue());
        for (JsonNode child : json) if (!isPlain(child)) return false;
        return true;
    }

    private static RuleViolation notJson() {
        return new RuleViolation("engine.malformedBody", "提交的内容格式不正确，未被接受");
    }

    private static boolean isJson(String contentType) {
        try {
            return MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private static boolean carriesExpression(JsonNode node) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            if (QueryKeys.isExpression(names.next())) return true;
        }
        for (JsonNode child : node) {
            if (carriesExpression(child)) return true;
        }
        return false;
    }
}
