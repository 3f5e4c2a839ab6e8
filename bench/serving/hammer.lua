-- wrk's part: posts the lines of $BENCH_BODIES in turn and tells the figures in one line.
local requests, at = {}, 0

function init()
  local headers = { ["content-type"] = "application/json", ["accept"] = "application/json" }
  for line in io.lines(os.getenv("BENCH_BODIES")) do
    requests[#requests + 1] = wrk.format("POST", nil, headers, line)
  end
end

-- With a pause, requests come at about the same rate whatever the server; its length is not counted as latency.
local pause = tonumber(os.getenv("BENCH_PAUSE_MS"))
if pause > 0 then
  function delay()
    return math.random(0, 2 * pause)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'BENCH {"requests": %d, "seconds": %.4f, "p50_ms": %.3f, "p95_ms": %.3f, "p99_ms": %.3f, "failed": %d}\n',
    summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
