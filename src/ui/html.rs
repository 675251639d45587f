//! Elements by name. Every element, attribute, listener and live value is of one Leptos type each,
//! so the wasm holds one copy of the code that makes them; typed views had one per place (some 250 kB).
//!
//! Text is always text: nothing here can make markup from data.
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::property::prop;
use leptos::tachys::reactive_graph::SharedReactiveFunction;
use std::borrow::Cow;
use std::sync::{Arc, Mutex};

/// An element under construction. Behind a box, so that each step of building hands on one address.
pub struct Html(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element of a name.
#[inline(never)]
pub fn el(tag: &'static str) -> Html {
    Html(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

/// A link.
pub fn link(href: String, text: impl Into<Cow<'static, str>>) -> Html {
    el("a").attr("href", href).text(text)
}

/// A text.
pub fn text(text: impl Into<Cow<'static, str>>) -> AnyView {
    plain(text.into())
}

#[inline(never)]
fn plain(text: Cow<'static, str>) -> AnyView {
    text.into_owned().into_any()
}

/// A part of the page that is made anew whenever what it reads changes.
pub fn live(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let view: SharedReactiveFunction<AnyView> = Arc::new(Mutex::new(view));
    view.into_any()
}

/// Nothing.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// Several things in a row.
pub fn row(views: impl IntoIterator<Item = impl Into<AnyView>>) -> AnyView {
    let views: Vec<AnyView> = views.into_iter().map(Into::into).collect();
    views.into_any()
}

/// A thing, or nothing.
pub fn maybe(view: Option<impl Into<AnyView>>) -> AnyView {
    view.map_or_else(nothing, Into::into)
}

/// A list in which each key is made into a view once and kept as long as the key is there.
pub fn keyed(
    keys: impl Fn() -> Vec<u64> + Send + Sync + 'static,
    view: impl Fn(u64) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let keys: Arc<dyn Fn() -> Vec<u64> + Send + Sync> = Arc::new(keys);
    let view: Arc<dyn Fn(u64) -> AnyView + Send + Sync> = Arc::new(view);
    let props = ForProps::builder()
        .each(move || keys())
        .key(|key| *key)
        .children(move |key| view(key))
        .build();
    For(props).into_any()
}

/// Something in a `details` element that is made when the element is first opened.
pub fn lazily(details: Html, inside: impl Fn() -> AnyView + Send + 'static) -> Html {
    let open = RwSignal::new(false);
    details
        .on("toggle", move |_| open.set(true))
        .live(move || match open.get() {
            true => inside(),
            false => nothing(),
        })
}

impl Html {
    /// An attribute.
    pub fn attr(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.put(name, value.into())
    }

    #[inline(never)]
    fn put(mut self, name: &'static str, value: Cow<'static, str>) -> Self {
        self.0
            .attributes
            .push(custom_attribute(name, value).into_any_attr());
        self
    }

    #[inline(never)]
    fn put_live(
        mut self,
        name: &'static str,
        value: SharedReactiveFunction<Option<String>>,
    ) -> Self {
        self.0
            .attributes
            .push(custom_attribute(name, value).into_any_attr());
        self
    }

    #[inline(never)]
    fn put_listener(mut self, event: &'static str, handle: Box<dyn FnMut(ev::Event)>) -> Self {
        let event = ev::Custom::<ev::Event>::new(event);
        self.0
            .attributes
            .push(ev::on(event, handle).into_any_attr());
        self
    }

    #[inline(never)]
    fn put_child(mut self, child: AnyView) -> Self {
        self.0.children.push(child);
        self
    }

    /// A class, or several.
    pub fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// An attribute without a value.
    pub fn flag(self, name: &'static str) -> Self {
        self.attr(name, "")
    }

    /// An attribute, where there is a value.
    pub fn attr_if(self, name: &'static str, value: Option<impl Into<Cow<'static, str>>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// An attribute that follows what it reads; without a value it is not there.
    pub fn attr_live(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        self.put_live(name, Arc::new(Mutex::new(value)))
    }

    /// A link's address that follows what it reads.
    pub fn href(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.attr_live("href", move || Some(value()))
    }

    /// A property that follows what it reads: what an input shows.
    pub fn value(mut self, value: impl Fn() -> String + Send + 'static) -> Self {
        let value: SharedReactiveFunction<String> = Arc::new(Mutex::new(value));
        self.0.attributes.push(prop("value", value).into_any_attr());
        self
    }

    /// Whether an option is the chosen one, as a property: the attribute means nothing once a reader has chosen.
    pub fn selected(mut self, selected: bool) -> Self {
        self.0
            .attributes
            .push(prop("selected", selected).into_any_attr());
        self
    }

    /// A listener.
    pub fn on(self, event: &'static str, handle: impl FnMut(ev::Event) + 'static) -> Self {
        self.put_listener(event, Box::new(handle))
    }

    /// Calls back with the element once it is on the page.
    pub fn ready(mut self, ready: impl Fn(leptos::web_sys::Element) + 'static) -> Self {
        let ready: std::rc::Rc<dyn Fn(leptos::web_sys::Element)> = std::rc::Rc::new(ready);
        let run = move |element: leptos::web_sys::Element| ready(element);
        self.0
            .attributes
            .push(leptos::tachys::html::directive::directive(run, ()).into_any_attr());
        self
    }

    /// The language of what is inside.
    pub fn lang(self, lang: crate::lens::Lang) -> Self {
        self.attr("lang", lang.tag())
    }

    /// A text of the data inside, in a page of a language: runs of the other language are marked as such.
    pub fn said(mut self, inside: &str, lang: crate::lens::Lang) -> Self {
        for (other, run) in crate::lens::runs(inside, lang) {
            self = match other {
                Some(other) => self.child(el("span").lang(other).text(run.to_owned())),
                None => self.text(run.to_owned()),
            };
        }
        self
    }

    /// What pointing at it shows, where that is not what it says anyway.
    pub fn title(self, title: &str) -> Self {
        match title {
            "" => self,
            title => self.attr("title", title.to_owned()),
        }
    }

    /// A text inside.
    pub fn text(self, inside: impl Into<Cow<'static, str>>) -> Self {
        self.child(text(inside))
    }

    /// A text inside that follows what it reads.
    pub fn text_live(self, inside: impl Fn() -> String + Send + 'static) -> Self {
        let inside: SharedReactiveFunction<String> = Arc::new(Mutex::new(inside));
        self.child(inside.into_any())
    }

    /// Something inside.
    pub fn child(self, child: impl Into<AnyView>) -> Self {
        self.put_child(child.into())
    }

    /// Several things inside, or an optional one.
    pub fn children(mut self, children: impl IntoIterator<Item = impl Into<AnyView>>) -> Self {
        for child in children {
            self = self.put_child(child.into());
        }
        self
    }

    /// A part inside that is made anew whenever what it reads changes.
    pub fn live(self, inside: impl Fn() -> AnyView + Send + 'static) -> Self {
        self.child(live(inside))
    }
}

impl From<Html> for AnyView {
    #[inline(never)]
    fn from(Html(parts): Html) -> Self {
        let element = custom(parts.tag).child(parts.children);
        element.add_any_attr(parts.attributes).into_any()
    }
}
