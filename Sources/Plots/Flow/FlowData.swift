/// The patients of a study from stage to stage.
public struct FlowData: Sendable, Hashable {
    /// A number of patients at a stage.
    public struct Box: Sendable, Hashable {
        /// What was done with them: "screened"; empty for the size of an arm.
        public var stage: String
        /// The index of the arm; nil for the whole study.
        public var arm: Int?
        public var number: Int
        public var href: String?
        /// Whether another number is printed for the same; it gets an asterisk.
        public var isDisputed: Bool

        public init(stage: String, arm: Int? = nil, number: Int, href: String? = nil, isDisputed: Bool = false) {
            self.stage = stage
            self.arm = arm
            self.number = number
            self.href = href
            self.isDisputed = isDisputed
        }
    }

    /// Patients who left for one reason.
    public struct Reason: Sendable, Hashable {
        public var text: String
        public var number: Int
        public var href: String?
        /// Whether another number is printed for the same; it gets an asterisk.
        public var isDisputed: Bool

        public init(text: String, number: Int, href: String? = nil, isDisputed: Bool = false) {
            self.text = text
            self.number = number
            self.href = href
            self.isDisputed = isDisputed
        }
    }

    /// Patients who left after a level.
    public struct Departure: Sendable, Hashable {
        /// "excluded", "lost to follow-up".
        public var kind: String
        public var arm: Int?
        /// How many, of all reasons together, if that is known.
        public var number: Int?
        public var href: String?
        public var reasons: [Reason]
        /// Whether another number is printed for the same; it gets an asterisk.
        public var isDisputed: Bool

        public init(
            kind: String, arm: Int? = nil, number: Int? = nil, href: String? = nil, reasons: [Reason] = [],
            isDisputed: Bool = false
        ) {
            self.isDisputed = isDisputed
            self.kind = kind
            self.arm = arm
            self.number = number
            self.href = href
            self.reasons = reasons
        }
    }

    /// A stage of the whole study, with one box, or of its arms beside one another.
    public struct Level: Sendable, Hashable {
        public var boxes: [Box]
        public var departures: [Departure]

        public init(boxes: [Box], departures: [Departure] = []) {
            self.boxes = boxes
            self.departures = departures
        }

        var isOfArms: Bool { boxes.first?.arm != nil }
    }

    public var id: String
    public var title: String
    public var description: String
    public var arms: [String]
    /// From top to bottom.
    public var levels: [Level]

    public init(id: String, title: String, description: String = "", arms: [String] = [], levels: [Level]) {
        self.id = id
        self.title = title
        self.description = description
        self.arms = arms
        self.levels = levels
    }
}
