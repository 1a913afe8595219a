package vn.sohoa.storage;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import vn.sohoa.common.Failure;
import vn.sohoa.common.Reason;
import vn.sohoa.common.ReasonCode;

/**
 * The one place where the SDK's exceptions become ours. All of them are {@link Failure.Unavailable}: whatever the store
 * answers, it is never the fault of the scanned file, so nothing may be quarantined for it. A missing object is no
 * exception to that: it can come back from a backup.
 */
final class Translation {
    private Translation() {}

    /** A call of the SDK. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws MinioException, IOException;
    }

    static <T> T translated(Bucket bucket, String key, Call<T> call) {
        try {
            return call.run();
        } catch (MinioException | IOException e) {
            throw failure(bucket, key, e);
        } catch (IllegalStateException e) {
            // The SDK's blocking calls wrap a broken connection in this, and nothing else that is not our bug.
            if (e.getCause() instanceof IOException) {
                throw failure(bucket, key, e);
            }
            throw e;
        }
    }

    /** Of a call that writes: what it does not find is its own upload, which was forgotten half way and begins anew. */
    static <T> T written(Bucket bucket, String key, Call<T> call) {
        return translated(bucket, key, () -> {
            try {
                return call.run();
            } catch (ErrorResponseException e) {
                if (isMissing(e)) {
                    throw new IOException(said(e));
                }
                throw e;
            }
        });
    }

    static Failure.Unavailable failure(Bucket bucket, String key, Exception e) {
        String name = bucket.id() + "/" + key;
        if (!(e instanceof ErrorResponseException answer)) {
            return new Failure.Unavailable(Reason.of(ReasonCode.STORE_UNAVAILABLE, name + ": " + rootOf(e)), e);
        }
        int status = answer.response().code();
        if (isMissing(answer)) {
            return new Failure.Unavailable(Reason.of(ReasonCode.OBJECT_MISSING, name), e);
        }
        if (status == 401 || status == 403) {
            return new Failure.Unavailable(
                    Reason.of(ReasonCode.STORE_REFUSES, answer.errorResponse().code() + " " + name), e);
        }
        return new Failure.Unavailable(Reason.of(ReasonCode.STORE_UNAVAILABLE, name + ": " + said(answer)), e);
    }

    private static String said(ErrorResponseException answer) {
        return answer.response().code() + " " + answer.errorResponse().code();
    }

    /** The object is missing; a missing bucket is a store that was never set up and is another matter. */
    static boolean isMissing(ErrorResponseException e) {
        return e.response().code() == 404
                && !"NoSuchBucket".equals(e.errorResponse().code());
    }

    private static String rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + " " + root.getMessage();
    }
}
