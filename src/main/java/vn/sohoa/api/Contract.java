package vn.sohoa.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import vn.sohoa.organization.Person;

/** What the contract says beside the handlers themselves: who may ask, and the headers that arguments come from. */
@Configuration(proxyBeanMethods = false)
class Contract {
    private static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Person.class, Purpose.class, Edition.class);
        SpringDocUtils.getConfig().replaceWithClass(Cursor.class, String.class);
    }

    @Bean
    OpenAPI openApi() {
        SecurityScheme token = new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .flows(new OAuthFlows()
                        .clientCredentials(
                                new OAuthFlow().tokenUrl("/oauth2/token").scopes(new Scopes())));
        return new OpenAPI()
                .info(new Info()
                        .title("sohoa")
                        .version("v1")
                        .description("Lỗi là problem details (RFC 9457) với mã ổn định trong `code`. Danh sách đi tiếp"
                                + " bằng `after` = `next` của phần trước."))
                .components(new Components().addSecuritySchemes(TOKEN, token))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN, List.of()));
    }

    @Bean
    OperationCustomizer headers() {
        return (operation, handler) -> {
            List<Class<?>> taken = Arrays.asList(handler.getMethod().getParameterTypes());
            if (taken.contains(Purpose.class)) {
                operation.addParametersItem(header(Purpose.HEADER, true, "Mục đích đọc: mã hồ sơ hoặc lý do"));
            }
            if (taken.contains(Edition.class)) {
                operation.addParametersItem(header(Edition.HEADER, true, "ETag của lần đọc trước"));
            }
            if (handler.hasMethodAnnotation(PostMapping.class)) {
                operation.addParametersItem(header(Idempotency.HEADER, false, "Gửi lại cùng khóa thì chỉ làm một lần"));
            }
            return operation;
        };
    }

    private static HeaderParameter header(String name, boolean required, String description) {
        HeaderParameter header = new HeaderParameter();
        header.name(name).required(required).description(description).schema(new StringSchema());
        return header;
    }
}
