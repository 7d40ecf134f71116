extension Backend {
    /// Asks, calls the tools that the model asks for, tells it what they gave, and so on until it has its answer.
    ///
    /// ```swift
    /// let weather = FunctionTool("weather", "The weather in a city") { (city: City) in "Sunny in \(city.name)" }
    /// let answer = try await claude.run("Do I need an umbrella in Oslo?", tools: [weather]).response()
    /// ```
    ///
    /// Calls that are malformed, cut off, unknown or unfit are not made: the model is told what is wrong. The
    /// conversation in ``RunResult/messages`` is valid for this provider and any other.
    /// - Parameters:
    ///   - request: the request. Functions it defines itself are handed back to the caller. A ``ChatRequest/toolChoice``
    ///     that demands a call counts until the first call was made.
    ///   - tools: what the model may call.
    ///   - options: what is allowed, how long, and who is asked.
    public func run(_ request: ChatRequest, tools: [any Tool], options: RunOptions = RunOptions()) -> ToolRun {
        ToolRun(
            plan: RunPlan(
                backend: self, request: request,
                tools: { () throws(BackendError) in try ToolSet(tools) }, options: options))
    }

    /// The same with tools that were checked before.
    public func run(_ request: ChatRequest, tools: ToolSet, options: RunOptions = RunOptions()) -> ToolRun {
        ToolRun(plan: RunPlan(backend: self, request: request, tools: { tools }, options: options))
    }

    /// Asks one question.
    public func run(
        _ prompt: String, model: String = "", tools: [any Tool], options: RunOptions = RunOptions()
    ) -> ToolRun {
        run(ChatRequest(model: model, prompt), tools: tools, options: options)
    }

    /// Goes on with a run that waits for people, in this process or another.
    ///
    /// ```swift
    /// let run = claude.resume(paused, tools: tools, decisions: ["toolu_1": .allow(), "toolu_2": .deny("not today")])
    /// ```
    /// - Parameters:
    ///   - paused: the run.
    ///   - tools: the same tools as before.
    ///   - decisions: what people decided, by ids of calls; ``CallDecision/allow(arguments:)`` with arguments changes the
    ///     call. A call that needs a decision and has none pauses the run again. Hooks are asked again.
    ///   - options: the same options as before.
    public func resume(
        _ paused: PausedRun, tools: [any Tool], decisions: [String: CallDecision], options: RunOptions = RunOptions()
    ) -> ToolRun {
        var plan = RunPlan(
            backend: self, request: paused.request, tools: { () throws(BackendError) in try ToolSet(tools) },
            options: options)
        plan.paused = paused
        plan.decisions = decisions
        return ToolRun(plan: plan)
    }
}
