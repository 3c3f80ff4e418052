// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/flowdiagram.h"

#include "models/account/runnerfacts.h"
#include "models/definition/definitiontypes.h"
#include "ui/shared/factframe.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int widestArrow = 130;
constexpr int shortestArrow = 72;
constexpr int arrowHead = 5;
constexpr int arrowHeight = 70; // below the top of the frames, beside their first lines

constexpr int namedUsers = 12;

QString shortList(const QStringList &names)
{
    const QStringList first = names.mid(0, namedUsers);
    return first.join(u'\n') + (names.size() > namedUsers ? u"\n…"_s : QString());
}

} // namespace

FlowDiagram::FlowDiagram(QWidget *parent)
    : QWidget(parent)
    , m_source(new FactFrame(this))
    , m_runner(new FactFrame(this))
    , m_target(new FactFrame(this))
{
    m_source->setObjectName(u"sourceFrame"_s);
    m_runner->setObjectName(u"runnerFrame"_s);
    m_target->setObjectName(u"targetFrame"_s);
    m_runner->setIcon(u"server"_s);
    const int caption = QFontMetrics(smallFont()).horizontalAdvance(tr("Copy table (soft delete)"));
    m_widestArrow = qBound(shortestArrow, caption + 2 * Size::Gap, widestArrow);
    for (FactFrame *frame : {m_source, m_runner, m_target})
        frame->installEventFilter(this);
    connect(m_runner, &FactFrame::linkActivated, this, &FlowDiagram::usersRequested);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(m_widestArrow);
    layout->addWidget(m_source, 5);
    layout->addWidget(m_runner, 4);
    layout->addWidget(m_target, 5);
}

void FlowDiagram::setDefinition(const QJsonObject &definition)
{
    const EndFacts source = sourceFacts(definition);
    const EndFacts target = targetFacts(definition);
    m_source->setTitle(source.title);
    m_source->setMonogram(source.mark.isEmpty() ? u"?"_s : source.mark);
    m_source->setFacts(source.facts);
    m_target->setTitle(target.title);
    m_target->setIcon(target.mark.isEmpty() ? u"package"_s : target.mark);
    m_target->setFacts(target.facts);
    const qsizetype tables = tableNames(definition).size();
    m_tables = tr("%Ln table(s)", nullptr, int(tables));
    m_transformation =
        choiceText(Side::Target, definition, u"streamingTarget.transformationType"_s);
    update();
}

void FlowDiagram::setRunner(const QString &name, const std::optional<Runner> &runner,
                            const QStringList &users)
{
    const std::optional<bool> connected = runner ? runner->connected : std::nullopt;
    m_runner->setTitle(name,
                       !connected   ? QString()
                       : *connected ? tr("Connected")
                                    : tr("Not connected"),
                       connected.value_or(true));
    m_runner->setFacts(runnerFacts(runner.value_or(Runner())));
    const int count = int(users.size());
    m_runner->setLink(tr("Shared by"),
                      count > 1 ? tr("%Ln pipeline(s)", nullptr, count) : QString(),
                      tr("Show them in the table:\n%1").arg(shortList(users)));
}

QSize FlowDiagram::minimumSizeHint() const
{
    int width = 2 * shortestArrow;
    for (const FactFrame *frame : {m_source, m_runner, m_target})
        width += frame->minimumSizeHint().width();
    return {width, QWidget::minimumSizeHint().height()};
}

// When there is little room, the arrows become shorter before words are cut, and each frame gets
// room as its words need it.
void FlowDiagram::fitArrows()
{
    auto *line = static_cast<QHBoxLayout *>(layout());
    int words = 0;
    for (FactFrame *frame : {m_source, m_runner, m_target}) {
        const int needed = frame->sizeHint().width();
        words += needed;
        // Also a factor that stays asks for a layout, and each layout would ask for the next one.
        if (line->stretch(line->indexOf(frame)) != needed)
            line->setStretchFactor(frame, needed);
    }
    const int spacing = qBound(shortestArrow, (width() - words) / 2, m_widestArrow);
    if (spacing != line->spacing())
        line->setSpacing(spacing);
}

// The frames know their size only when their own layouts have taken the new words in.
bool FlowDiagram::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fitArrows();
    return QWidget::event(event);
}

void FlowDiagram::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitArrows();
}

// The arrows hang on the frames, which the layout moves later than this widget learns of new words.
// Qt repaints only what a frame covered, so the former arrow would stay beside the new one.
bool FlowDiagram::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Move || event->type() == QEvent::Resize)
        update();
    return QWidget::eventFilter(watched, event);
}

void FlowDiagram::setBadge(Badge badge, bool outdated)
{
    if (m_badge == badge && m_outdated == outdated)
        return;
    m_badge = badge;
    m_outdated = outdated;
    update();
}

void FlowDiagram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallFont());
    paintArrow(painter, m_source, m_runner, m_tables);
    paintArrow(painter, m_runner, m_target, m_transformation);
}

void FlowDiagram::paintArrow(QPainter &painter, const QWidget *from, const QWidget *to,
                             const QString &caption) const
{
    const Tokens &tokens = tokensFor(palette());
    const QColor line =
        m_outdated ? tokens.frame : familyColors(familyOf(m_badge), palette()).solid;
    const int left = from->geometry().right() + 1;
    const int right = to->geometry().left() - 1;
    const int y = qMin(arrowHeight, height() / 2);
    painter.setPen(QPen(line, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawLine(left, y, right - 1, y);
    painter.drawPolyline(QPolygon({{right - arrowHead - 1, y - arrowHead},
                                   {right - 1, y},
                                   {right - arrowHead - 1, y + arrowHead}}));
    const QFontMetrics metrics(painter.font());
    painter.setPen(tokens.textSecondary);
    // Words that do not fit beside each other stand below each other.
    const int width = right - left - 4;
    const bool isLong = metrics.horizontalAdvance(caption) > width;
    const int height = (isLong ? 2 : 1) * metrics.lineSpacing();
    const QRect above(left + 2, y - height - 6, width, height);
    painter.drawText(above, int(Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap), caption);
}

} // namespace Sluice
