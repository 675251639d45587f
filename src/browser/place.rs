//! The reader's place on the page: what he sees, what he holds, where things stand.
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn find(selector: &str) -> Option<HtmlElement> {
    let element = document()?.query_selector(selector).ok()??;
    element.dyn_into().ok()
}

/// Whether the page shows all it has to show.
pub fn settled() -> bool {
    find("main#main:not([aria-busy])").is_some()
}

/// Puts the focus on the next element of a selector after the one that has it, or on the one before.
pub fn step(selector: &str, forward: bool) {
    let Some(document) = document() else { return };
    let Ok(list) = document.query_selector_all(selector) else {
        return;
    };
    let active = document.active_element();
    let at = |n: u32| {
        list.item(n)
            .and_then(|node| node.dyn_into::<HtmlElement>().ok())
    };
    let same = |n: &u32| at(*n).map(Element::from) == active;
    let next = match (0..list.length()).find(same) {
        Some(n) if forward => n + 1,
        Some(n) => n.wrapping_sub(1),
        None => 0,
    };
    if let Some(element) = at(next) {
        let _ = element.focus();
    }
}

/// Where an element stands on the page: right, top, bottom; none if it is not shown.
pub fn place_of(selector: &str) -> Option<[f64; 3]> {
    let place = find(selector)?.get_bounding_client_rect();
    let [_, _, scrolled] = view();
    let shown = place.width() > 0.0;
    shown.then(|| {
        [
            place.right(),
            place.top() + scrolled,
            place.bottom() + scrolled,
        ]
    })
}

/// The part of the page that is seen: its width, its height, how far it is scrolled down.
pub fn view() -> [f64; 3] {
    let Some(window) = web_sys::window() else {
        return [0.0; 3];
    };
    let number = |value: Result<JsValue, JsValue>| value.ok().and_then(|v| v.as_f64());
    [
        window.inner_width(),
        window.inner_height(),
        window.scroll_y().map(JsValue::from),
    ]
    .map(|value| number(value).unwrap_or(0.0))
}

/// What the reader has before his eyes, told by its way down from `main`: it is found again when the page is made anew.
pub struct Spot {
    way: Vec<u32>,
    top: f64,
    focused: Option<Vec<u32>>,
    /// Where the focused link leads, without what may change of it.
    leads: Option<String>,
}

impl Spot {
    /// What has the focus, if it is seen; else the topmost thing that is small enough to be looked at.
    pub fn now() -> Option<Self> {
        let document = document()?;
        let main = find("main")?;
        let [width, height, _] = view();
        let inside = |e: &Element| main.contains(Some(e)) && !e.is_same_node(Some(&main));
        let seen = |e: &Element| {
            let place = e.get_bounding_client_rect();
            place.top() >= 0.0 && place.bottom() <= height && inside(e)
        };
        let focused = document.active_element().filter(inside);
        let grid = (1..36).map(|n| (f64::from(n % 3 + 1) / 4.0, f64::from(n / 3) / 12.0));
        let mut hits = grid.filter_map(|(x, y)| {
            let hit = document.element_from_point((width * x) as f32, (height * y) as f32);
            hit.filter(seen)
        });
        let seen = focused.clone().filter(seen).or_else(|| hits.next())?;
        Some(Self {
            top: seen.get_bounding_client_rect().top(),
            way: way(&main, &seen)?,
            leads: focused.as_ref().and_then(leads),
            focused: focused.and_then(|element| way(&main, &element)),
        })
    }

    /// Brings the spot back to where it was, and the focus to what had it.
    pub fn restore(&self) {
        let Some(main) = find("main") else { return };
        if let (Some(window), Some(element)) = (web_sys::window(), walk(&main, &self.way)) {
            window.scroll_by_with_x_and_y(0.0, element.get_bounding_client_rect().top() - self.top);
        }
        let lost = document().and_then(|d| d.active_element());
        let lost = lost.is_none_or(|element| element.tag_name() == "BODY");
        let focused = self.focused.as_ref().filter(|_| lost);
        let element = focused.and_then(|way| walk(&main, way));
        // In another language the same card may stand elsewhere.
        let same = |element: &Element| leads(element) == self.leads;
        let element = element.filter(same).or_else(|| {
            let leads = self.leads.as_ref().filter(|_| focused.is_some())?;
            let links = ["h3 a[href^=\"", leads, "\"]"].concat();
            main.query_selector(&links).ok()?
        });
        if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
            let how = web_sys::FocusOptions::new();
            how.set_prevent_scroll(true);
            let _ = element.focus_with_options(&how);
        }
    }
}

/// Where a link leads, without the part that languages and filters change.
fn leads(element: &Element) -> Option<String> {
    let href = element.get_attribute("href")?;
    href.split('?').next().map(str::to_owned)
}

fn way(main: &Element, element: &Element) -> Option<Vec<u32>> {
    let mut way = Vec::new();
    let mut at = element.clone();
    while !at.is_same_node(Some(main)) {
        let parent = at.parent_element()?;
        let children = parent.children();
        let place = (0..children.length()).find(|&n| children.item(n).as_ref() == Some(&at))?;
        way.push(place);
        at = parent;
    }
    way.reverse();
    Some(way)
}

/// The element at the end of a way, or as near to it as the page now goes.
fn walk(main: &Element, way: &[u32]) -> Option<Element> {
    let mut at = main.clone();
    for &place in way {
        match at.children().item(place) {
            Some(child) => at = child,
            None => break,
        }
    }
    Some(at).filter(|at| !at.is_same_node(Some(main)))
}

/// Waits for the next frame: what was changed is on the page, but not painted yet.
pub async fn frame() {
    let frame = js_sys::Promise::new(&mut |well, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.request_animation_frame(&well);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(frame).await;
}

/// Takes an element off the page.
pub fn remove(id: &str) {
    if let Some(element) = document().and_then(|d| d.get_element_by_id(id)) {
        element.remove();
    }
}
